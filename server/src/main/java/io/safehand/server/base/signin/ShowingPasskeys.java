package io.safehand.server.base.signin;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.Storage;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Signing in, and proving oneself anew, by a passkey alone. Each challenge is for one browser or one session, lives five
 * minutes and is used up by the first answer, right or wrong. May be used by many threads.
 */
@Component
public final class ShowingPasskeys {
  private final Storage storage;
  private final PasskeyRows rows;
  private final Challenges challenges;
  private final Throttle throttle;
  private final Sessions sessions;
  private final Access access;
  private final Ledger ledger;
  private final Clock clock;
  private final PasskeyChecks checks = new PasskeyChecks();

  ShowingPasskeys(Storage storage, PasskeyRows rows, Challenges challenges, Throttle throttle,
      Sessions sessions, Access access, Ledger ledger, Clock clock) {
    this.storage = storage;
    this.rows = rows;
    this.challenges = challenges;
    this.throttle = throttle;
    this.sessions = sessions;
    this.access = access;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * What a browser answers to sign in; empty when its network asked too often.
   *
   * @param browser a secret of that browser
   * @param address of the network, counted as a keyed hash
   */
  public Optional<String> signInBy(SessionToken browser, Origin origin, String address) {
    return throttle.count(Throttle.Kind.ASKING, Network.of(address)).isPresent()
        ? Optional.empty()
        : Optional.of(asked(holder(browser), origin));
  }

  /** Signs in whom the answering passkey belongs to. @param address of the network, counted as a keyed hash */
  public SigningIn.Step signIn(SessionToken browser, Origin origin, String answer, String address) {
    String source = Network.of(address);
    Optional<Instant> locked = throttle.count(Throttle.Kind.ADDRESS, source);
    if (locked.isPresent()) {
      return new SigningIn.Step.Locked(locked.get());
    }
    Optional<Account> account = proven(holder(browser), origin, answer);
    if (account.isEmpty()) {
      return new SigningIn.Step.Refused();
    }
    throttle.giveBack(Throttle.Kind.ADDRESS, source);
    return new SigningIn.Step.Begun(sessions.begin(account.get(), Set.of(Factor.PASSKEY)));
  }

  /** What a browser answers to prove within its session who one is. */
  public String proveBy(Sessions.SignedIn who, Origin origin) {
    return asked(holder(who), origin);
  }

  /** Proves again, within a session, who one is; by a passkey of the same account only. */
  public boolean prove(Sessions.SignedIn who, Origin origin, String answer) {
    Account account = who.account();
    if (throttle.count(Throttle.Kind.PROOF, account.who()).isPresent()
        || proven(holder(who), origin, answer).filter(shown -> shown.id().equals(account.id())).isEmpty()) {
      return false;
    }
    throttle.forget(Throttle.Kind.PROOF, account.who());
    sessions.steppedUp(who, Factor.PASSKEY);
    return true;
  }

  private Optional<Account> proven(String holder, Origin origin, String answer) {
    Optional<byte[]> challenge = challenges.take(holder);
    Optional<PasskeyRows.Kept> kept = challenge.flatMap(any -> checks.credential(answer))
        .flatMap(credential -> storage.inNone(() -> rows.find(credential)));
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    PasskeyChecks.Question question = new PasskeyChecks.Question(origin, challenge.orElseThrow(), answer);
    return switch (checks.used(question, kept.get().record())) {
      case PasskeyChecks.Use.Wrong wrong -> Optional.empty();
      case PasskeyChecks.Use.Copied copied -> copied(kept.get());
      case PasskeyChecks.Use.Right right -> storage.inNone(() -> rows.used(right.record(), clock.instant()))
          ? access.account(kept.get().company(), kept.get().account())
          : copied(kept.get());
    };
  }

  private Optional<Account> copied(PasskeyRows.Kept kept) {
    ledger.write(kept.company(), kept.account().toString(), Act.PASSKEY_COPIED,
        Json.object().with("id", kept.id().toString()));
    return Optional.empty();
  }

  private String asked(String holder, Origin origin) {
    return Challenges
        .text(challenges.ask(holder).with("rpId", origin.host()).with("userVerification", "required"));
  }

  private static String holder(SessionToken browser) {
    return "browser/" + browser.derived("passkey");
  }

  private static String holder(Sessions.SignedIn who) {
    return "again/" + who.session().id();
  }
}
