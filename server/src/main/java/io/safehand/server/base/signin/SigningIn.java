package io.safehand.server.base.signin;

import io.safehand.server.base.access.Account;
import io.safehand.server.base.signin.Throttle.Kind;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Signing in: name and password, then a code (or a passkey) where the account has a second factor. A name with six wrong
 * tries from one source, or a source with thirty, waits a quarter of an hour there; a name with sixty from everywhere
 * waits too, but never in a browser that it signed in with before, which has six tries of its own. Answers, and how long
 * they take, are the same for names that exist and names that do not. May be used by many threads.
 */
@Component
public final class SigningIn {
  private final SignIns signIns;
  private final SecondFactors factors;
  private final PasskeyRows passkeys;
  private final Halves halves;
  private final Sessions sessions;
  private final Throttle throttle;
  private final KnownBrowsers browsers;

  SigningIn(SignIns signIns, SecondFactors factors, PasskeyRows passkeys, Halves halves, Sessions sessions,
      Throttle throttle, KnownBrowsers browsers) {
    this.signIns = signIns;
    this.factors = factors;
    this.passkeys = passkeys;
    this.halves = halves;
    this.sessions = sessions;
    this.throttle = throttle;
    this.browsers = browsers;
  }

  /** Where it stands after a step. */
  public sealed interface Step {
    /** Signed in, under this token. */
    record Begun(SessionToken session) implements Step {}

    /** The password was right, a code is needed. @param half what the browser shows with it; opens nothing by itself */
    record CodeNeeded(SessionToken half) implements Step {}

    record Refused() implements Step {}

    /** Nothing was tried. */
    record Locked(Instant until) implements Step {}
  }

  /**
   * From where somebody signs in.
   *
   * @param address of the network, counted as a keyed hash
   * @param mark of {@link KnownBrowsers}; empty when the browser shows none
   */
  public record From(String address, String mark) {
    @Override
    public String toString() {
      return "•••";
    }
  }

  /** @param password cleared by the caller */
  public Step byPassword(String name, char[] password, From from) {
    String folded = SignIns.folded(name);
    Source source = new Source(folded, Network.of(from.address()),
        browsers.knows(folded, from.mark()) ? from.mark() : "");
    Optional<Instant> locked = count(source);
    if (locked.isPresent()) {
      return new Step.Locked(locked.get());
    }
    Optional<Account> account = signIns.check(name, password);
    if (account.isEmpty()) {
      return new Step.Refused();
    }
    forgive(source);
    return after(account.get(), Factor.PASSWORD);
  }

  /** What follows when the first factor was right. */
  Step after(Account account, Factor first) {
    return needsMore(account)
        ? new Step.CodeNeeded(halves.begin(account, first))
        : new Step.Begun(sessions.begin(account, Set.of(first)));
  }

  /** What a try is counted by. @param mark empty where the browser is not known */
  private record Source(String name, String network, String mark) {
    String nameHere() {
      return name + "\n" + network;
    }
  }

  /** A source that has no try left writes no row for a name that it made up. */
  private Optional<Instant> count(Source source) {
    return source.mark().isEmpty()
        ? throttle.count(Kind.ADDRESS, source.network())
            .or(() -> throttle.count(Kind.NAME_HERE, source.nameHere()))
            .or(() -> throttle.count(Kind.NAME, source.name()))
        : throttle.count(Kind.KNOWN_BROWSER, source.mark());
  }

  private void forgive(Source source) {
    if (source.mark().isEmpty()) {
      throttle.forget(Kind.NAME_HERE, source.nameHere());
      throttle.giveBack(Kind.ADDRESS, source.network());
      throttle.giveBack(Kind.NAME, source.name());
    } else {
      throttle.forget(Kind.KNOWN_BROWSER, source.mark());
    }
  }

  /** The code of an app, or a recovery code. */
  public Step byCode(SessionToken half, String code) {
    Optional<Halves.Half> begun = halves.find(half);
    Optional<Account> account = begun.map(Halves.Half::account);
    if (account.isEmpty()) {
      return new Step.Refused();
    }
    Optional<Instant> locked = throttle.count(Kind.CODE, account.get().who());
    if (locked.isPresent()) {
      return new Step.Locked(locked.get());
    }
    Optional<Factor> proven = factors.prove(account.get(), code);
    if (proven.isEmpty() || !halves.end(half)) {
      return new Step.Refused();
    }
    throttle.forget(Kind.CODE, account.get().who());
    return new Step.Begun(sessions.begin(account.get(), Set.of(begun.get().first(), proven.get())));
  }

  /** With what this person proves again who they are; who has a passkey, by that too. */
  public Factor proof(Account account) {
    return needsMore(account) ? Factor.TOTP : Factor.PASSWORD;
  }

  /** Whether the password alone is too little. */
  private boolean needsMore(Account account) {
    return factors.has(account) || passkeys.any(account);
  }

  /**
   * Proves again, within a session, who one is: by a code where there is a second factor, else by the password. A key of
   * a program has no session and cannot.
   */
  public boolean proveAgain(Sessions.SignedIn who, String proof) {
    Account account = who.account();
    if (throttle.count(Kind.PROOF, account.who()).isPresent()) {
      return false;
    }
    Optional<Factor> proven = proof(account) == Factor.TOTP
        ? factors.prove(account, proof)
        : Optional.of(Factor.PASSWORD).filter(factor -> signIns.proves(account, proof.toCharArray()));
    proven.ifPresent(factor -> {
      throttle.forget(Kind.PROOF, account.who());
      sessions.steppedUp(who, factor);
    });
    return proven.isPresent();
  }
}
