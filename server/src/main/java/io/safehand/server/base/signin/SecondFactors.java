package io.safehand.server.base.signin;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.PersonalText;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.keys.SealedTexts;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.Storage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The second thing that people prove who they are with: a code of their authenticator app, or one of ten recovery codes.
 * A code counts once, and from half a minute before to half a minute after its time. Secrets lie sealed, recovery codes
 * as hashes. May be used by many threads.
 */
@Component
public final class SecondFactors {
  /** How many steps the two clocks may differ. */
  private static final int DRIFT = 1;

  private final Storage storage;
  private final TotpRows rows;
  private final TotpOffers offers;
  private final Ledger ledger;
  private final Clock clock;
  private final SecureRandom random;

  SecondFactors(Storage storage, TotpRows rows, SealedTexts texts, Ledger ledger, Clock clock,
      SecureRandom random) {
    this.storage = storage;
    this.rows = rows;
    this.offers = new TotpOffers(texts, clock, random);
    this.ledger = ledger;
    this.clock = clock;
    this.random = random;
  }

  public boolean has(Account account) {
    return storage.in(account.company(), () -> rows.secret(account).isPresent());
  }

  public int codesLeft(Account account) {
    return storage.in(account.company(), () -> rows.codesLeft(account));
  }

  /** A fresh secret for an app; nothing is stored before {@link #enrol}. */
  public TotpOffer offer(Account account, String name) {
    return offers.draw(account, name);
  }

  /** The same offer again, after a wrong code; empty when it is not of this account or a quarter of an hour old. */
  public Optional<TotpOffer> again(Account account, String name, String carried) {
    return offers.open(account, carried).map(secret -> offers.of(account, name, secret, carried));
  }

  /**
   * Takes an offered secret in place of any before it, when the code shows that an app has it.
   *
   * @return ten new recovery codes, shown once; empty, and nothing changes, when offer or code is wrong
   */
  public Optional<List<Secret>> enrol(Account account, String carried, String code) {
    Optional<PersonalText> secret = offers.open(account, carried);
    OptionalLong step = secret.map(known -> matching(known, code)).orElse(OptionalLong.empty());
    if (secret.isEmpty() || step.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(storage.in(account.company(), () -> {
      rows.put(account, secret.get(), step.getAsLong(), clock.instant());
      write(account, Act.FACTOR_ADDED, Json.object().with("factor", Factor.TOTP.name()));
      return newCodes(account);
    }));
  }

  /** Whether {@link #enrol} would take this offer with this code now. */
  boolean confirms(Account account, String carried, String code) {
    return offers.open(account, carried).map(secret -> matching(secret, code).isPresent()).orElse(false);
  }

  /** Ten new recovery codes in place of all before them, shown once. */
  public List<Secret> renewCodes(Account account) {
    return storage.in(account.company(), () -> {
      write(account, Act.FACTOR_ADDED, Json.object().with("factor", Factor.RECOVERY_CODE.name()));
      return newCodes(account);
    });
  }

  /** Ends app and recovery codes; false when there was no app. */
  public boolean end(Account account) {
    return storage.in(account.company(), () -> {
      boolean ended = rows.end(account);
      if (ended) {
        write(account, Act.FACTOR_ENDED, Json.object().with("factor", Factor.TOTP.name()));
      }
      return ended;
    });
  }

  /** Uses a code up: what it was, or empty when it proves nothing, was used before, or is not of its time. */
  Optional<Factor> prove(Account account, String code) {
    String typed = code.strip();
    return storage.in(account.company(), () -> {
      if (typed.matches("\\d{6}")) {
        OptionalLong step = rows.secret(account)
            .map(secret -> matching(secret, typed))
            .orElse(OptionalLong.empty());
        return step.isPresent() && rows.use(account, step.getAsLong())
            ? Optional.of(Factor.TOTP)
            : Optional.empty();
      }
      return useRecoveryCode(account, typed);
    });
  }

  private Optional<Factor> useRecoveryCode(Account account, String typed) {
    if (!rows.useCode(account, RecoveryCode.typed(typed).sha256())) {
      return Optional.empty();
    }
    write(account, Act.RECOVERY_CODE_USED, Json.object().with("left", rows.codesLeft(account)));
    return Optional.of(Factor.RECOVERY_CODE);
  }

  /** The newest step around now that has this code; looks at all of them, whichever it is. */
  private OptionalLong matching(PersonalText secret, String code) {
    Instant now = clock.instant();
    byte[] bytes = Base32.decode(secret.exposed());
    byte[] given = code.strip().getBytes(StandardCharsets.UTF_8);
    long middle = Totp.step(now);
    return LongStream.rangeClosed(middle - DRIFT, middle + DRIFT)
        .filter(step -> MessageDigest.isEqual(Totp.USUAL.code(bytes, step).getBytes(StandardCharsets.UTF_8),
            given))
        .max();
  }

  private List<Secret> newCodes(Account account) {
    List<RecoveryCode> codes = Stream.generate(() -> RecoveryCode.draw(random))
        .limit(RecoveryCode.OF_AN_ACCOUNT)
        .toList();
    rows.endCodes(account);
    rows.addCodes(account, codes.stream().map(RecoveryCode::sha256).toList());
    return codes.stream().map(RecoveryCode::shown).toList();
  }

  private void write(Account account, Act act, Json.Object details) {
    ledger.write(account.company(), account.who(), act, details);
  }
}
