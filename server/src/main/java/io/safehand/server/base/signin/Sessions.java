package io.safehand.server.base.signin;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.base.storage.Storage;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The sessions of signed-in people, in the database, so that every node knows them and ending one ends it everywhere at
 * the next request. A session ends by itself after half an hour without a request and half a day at the latest. May be
 * used by many threads.
 */
@Component
public final class Sessions {
  /** Without a request. */
  static final Duration IDLE = Duration.ofMinutes(30);
  static final Duration LONGEST = Duration.ofHours(12);
  /** How long a proof given anew counts. */
  static final Duration STEP_UP = Duration.ofMinutes(5);

  private final Storage storage;
  private final SessionRows rows;
  private final Access access;
  private final Ledger ledger;
  private final BusinessIds ids;
  private final Clock clock;
  private final SecureRandom random;

  Sessions(Storage storage, SessionRows rows, Access access, Ledger ledger, BusinessIds ids, Clock clock,
      SecureRandom random) {
    this.storage = storage;
    this.rows = rows;
    this.access = access;
    this.ledger = ledger;
    this.ids = ids;
    this.clock = clock;
    this.random = random;
  }

  /** Begins a session by password alone. */
  public SessionToken begin(Account account) {
    return begin(account, Set.of(Factor.PASSWORD));
  }

  /** Begins a session under a token that nobody has seen before. */
  public SessionToken begin(Account account, Set<Factor> factors) {
    return storage.in(account.company(), () -> {
      SessionToken token = SessionToken.fresh(random);
      Instant now = clock.instant();
      Session session = new Session(ids.next(), account.company(), account.id(), now, now, now.plus(LONGEST),
          Optional.empty(), factors);
      rows.endOver(now.minus(LONGEST));
      rows.add(session, token);
      ledger.write(account.company(), account.who(), Act.SESSION_BEGUN,
          Json.object()
              .with("session", session.id().toString())
              .with("factors", factors.stream().map(Factor::name).sorted().collect(Collectors.joining(" "))));
      return token;
    });
  }

  /** Who is signed in under this token now, with present roles; empty when the session or the account has ended. */
  public Optional<SignedIn> find(SessionToken token) {
    Instant now = clock.instant();
    return storage.inNone(() -> rows.find(token))
        .filter(session -> now.isBefore(session.ends()) && now.isBefore(session.seen().plus(IDLE)))
        .flatMap(session -> access.account(session.company(), session.account())
            .map(account -> new SignedIn(account, seen(session, now))));
  }

  /** The account's living sessions, newest first. */
  public List<Session> of(Account account) {
    Instant now = clock.instant();
    return storage.in(account.company(), () -> rows.of(account))
        .stream()
        .filter(session -> now.isBefore(session.ends()) && now.isBefore(session.seen().plus(IDLE)))
        .toList();
  }

  /** Remembers that the session's owner has just proved again who they are. */
  public void steppedUp(SignedIn who) {
    storage.run(who.account().company(), () -> rows.steppedUp(who.session().id(), clock.instant()));
  }

  /** The same, with its line in the log: both or neither. */
  void steppedUp(SignedIn who, Factor by) {
    Account account = who.account();
    storage.run(account.company(), () -> {
      steppedUp(who);
      ledger.write(account.company(), account.who(), Act.STEPPED_UP,
          Json.object().with("session", who.session().id().toString()).with("factor", by.name()));
    });
  }

  /** Whether the session's owner proved within the last minutes again who they are, this request included. */
  public boolean isSteppedUp(Session session) {
    return isSteppedUp(session, STEP_UP);
  }

  /** The same within a shorter time. */
  public boolean isSteppedUp(Session session, Duration within) {
    return storage.in(session.company(), () -> rows.steppedUp(session.id()))
        .filter(at -> clock.instant().isBefore(at.plus(within)))
        .isPresent();
  }

  /** Ends one of the account's sessions; false when it has none of this id. */
  public boolean end(Account account, UUID session) {
    return storage.in(account.company(), () -> {
      boolean ended = rows.end(account, session);
      if (ended) {
        write(account, Act.SESSION_ENDED, session);
      }
      return ended;
    });
  }

  /**
   * All living sessions of the company, newest first.
   *
   * @throws io.safehand.server.base.access.NotAllowed when the account is no security officer and no auditor
   */
  public List<Session> ofCompany(Account by) {
    access.require(by.company(), by, Role.SECURITY_OFFICER, Role.AUDITOR);
    Instant now = clock.instant();
    return storage.in(by.company(), () -> rows.ofCompany(by.company()))
        .stream()
        .filter(session -> now.isBefore(session.ends()) && now.isBefore(session.seen().plus(IDLE)))
        .toList();
  }

  /**
   * Ends anybody's session of the company; false when there is none of this id.
   *
   * @throws io.safehand.server.base.access.NotAllowed when the account is no security officer
   */
  public boolean endAny(Account by, UUID session) {
    access.require(by.company(), by, Role.SECURITY_OFFICER);
    return storage.in(by.company(), () -> {
      boolean ended = rows.end(by.company(), session);
      if (ended) {
        write(by, Act.SESSION_ENDED, session);
      }
      return ended;
    });
  }

  /** Ends the account's sessions but for this one. */
  public void endOthers(SignedIn who) {
    Account account = who.account();
    storage.run(account.company(),
        () -> rows.of(account)
            .stream()
            .map(Session::id)
            .filter(id -> !id.equals(who.session().id()))
            .forEach(id -> end(account, id)));
  }

  /** A row a minute is enough to know that somebody is there. */
  private Session seen(Session session, Instant now) {
    if (Duration.between(session.seen(), now).toMinutes() >= 1) {
      storage.run(session.company(), () -> rows.seen(session.id(), now));
    }
    return session;
  }

  private void write(Account account, Act act, UUID session) {
    ledger.write(account.company(), account.who(), act, Json.object().with("session", session.toString()));
  }

  /** An account and the session it came by. */
  public record SignedIn(Account account, Session session) {}
}
