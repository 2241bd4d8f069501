package io.safehand.server.base.signin;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.base.storage.Storage;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.stereotype.Component;

/**
 * The passkeys (WebAuthn) that an account has: a device signs a fresh challenge after verifying its owner, which is two
 * factors at once and works for this server's address alone. Only public keys are stored. May be used by many threads.
 */
@Component
public final class Passkeys {
  private static final int LONGEST_NAME = 80;
  /** EdDSA, ES256, RS256. */
  private static final List<Integer> ALGORITHMS = List.of(-8, -7, -257);

  private final Storage storage;
  private final PasskeyRows rows;
  private final Challenges challenges;
  private final Ledger ledger;
  private final BusinessIds ids;
  private final Clock clock;
  private final PasskeyChecks checks = new PasskeyChecks();

  Passkeys(Storage storage, PasskeyRows rows, Challenges challenges, Ledger ledger, BusinessIds ids,
      Clock clock) {
    this.storage = storage;
    this.rows = rows;
    this.challenges = challenges;
    this.ledger = ledger;
    this.ids = ids;
    this.clock = clock;
  }

  /** The account's passkeys, the oldest first. */
  public List<Passkey> of(Account account) {
    return storage.in(account.company(), () -> rows.of(account.company(), account.id()));
  }

  /** What a browser makes a passkey by; its answer counts within five minutes, once, and in this session only. */
  public String creation(Sessions.SignedIn who, Origin origin) {
    Account account = who.account();
    List<Json.Object> known = storage.in(account.company(), () -> rows.credentials(account))
        .stream()
        .map(credential -> key().with("id", credential.toBase64UrlString()))
        .toList();
    return Challenges.text(challenges.ask(holder(who))
        .with("rp", Json.object().with("id", origin.host()).with("name", "Safehand"))
        .with("user",
            Json.object()
                .with("id", PasskeyRows.handle(account.company(), account.id()).toBase64UrlString())
                .with("name", account.handle())
                .with("displayName", account.handle()))
        .with("pubKeyCredParams", ALGORITHMS.stream().map(algorithm -> key().with("alg", algorithm)).toList())
        .with("excludeCredentials", known)
        .with("attestation", "none")
        .with("authenticatorSelection",
            Json.object()
                .with("residentKey", "required")
                .with("requireResidentKey", true)
                .with("userVerification", "required")));
  }

  /** Adds what the browser answered; false, and nothing changes, when it does not hold. */
  public boolean add(Sessions.SignedIn who, Origin origin, String name, String answer) {
    Account account = who.account();
    Optional<byte[]> challenge = challenges.take(holder(who));
    if (challenge.isEmpty() || !isName(name)) {
      return false;
    }
    PasskeyChecks.Question question = new PasskeyChecks.Question(origin, challenge.get(), answer);
    return checks.added(question, PasskeyRows.handle(account.company(), account.id()), name)
        .filter(record -> store(account, record))
        .isPresent();
  }

  private boolean store(Account account, CredentialRecord record) {
    return storage.in(account.company(), () -> {
      UUID id = ids.next();
      boolean added = rows.add(account, id, record, clock.instant());
      if (added) {
        write(account, Act.FACTOR_ADDED, id);
      }
      return added;
    });
  }

  /** Ends one of the account's passkeys; false when it has none of this id. */
  public boolean end(Account account, UUID id) {
    return storage.in(account.company(), () -> {
      boolean ended = rows.end(account, id);
      if (ended) {
        write(account, Act.FACTOR_ENDED, id);
      }
      return ended;
    });
  }

  private static boolean isName(String name) {
    return !name.isBlank() && name.length() <= LONGEST_NAME
        && name.chars().noneMatch(Character::isISOControl);
  }

  private static Json.Object key() {
    return Json.object().with("type", "public-key");
  }

  private static String holder(Sessions.SignedIn who) {
    return "new/" + who.session().id();
  }

  private void write(Account account, Act act, UUID id) {
    ledger.write(account.company(), account.who(), act,
        Json.object().with("factor", Factor.PASSKEY.name()).with("id", id.toString()));
  }
}
