package io.safehand.server.base.signin;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonalText;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.access.NotAllowed;
import io.safehand.server.base.access.Parties;
import io.safehand.server.base.access.Party;
import io.safehand.server.base.access.PartyId;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.Storage;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Invitations by a link that works once, for a week. Whoever is invited chooses name and password and connects an
 * authenticator app; looking at the link changes nothing. An invitation gives no role: that is proposed and confirmed by
 * two others. May be used by many threads.
 */
@Component
public final class Invitations {
  static final Duration VALID = Duration.ofDays(7);

  /** Links are made and used one after another in a company. */
  private static final String LOCK = "invitations";

  private final Storage storage;
  private final InvitationRows rows;
  private final Access access;
  private final Parties parties;
  private final SignIns signIns;
  private final SecondFactors factors;
  private final WaysIn ways;
  private final Throttle throttle;
  private final Ledger ledger;
  private final Clock clock;
  private final SecureRandom random;

  Invitations(Storage storage, InvitationRows rows, Access access, Parties parties, SignIns signIns,
      SecondFactors factors, WaysIn ways, Throttle throttle, Ledger ledger, Clock clock,
      SecureRandom random) {
    this.storage = storage;
    this.rows = rows;
    this.access = access;
    this.parties = parties;
    this.signIns = signIns;
    this.factors = factors;
    this.ways = ways;
    this.throttle = throttle;
    this.ledger = ledger;
    this.clock = clock;
    this.random = random;
  }

  /** Somebody to be invited. @param handle a work name */
  public record Newcomer(String handle, PersonalText name, PersonalText mail) {
    /** Whether handle, name and mail address are such. */
    public boolean isWellFormed() {
      return handle.matches("[\\p{IsAlphabetic}\\p{IsDigit}][\\p{IsAlphabetic}\\p{IsDigit}._-]{0,39}")
          && Party.isName(name) && Party.isMail(mail);
    }
  }

  /** An invitation that is open. @param account what it opens */
  public record Invitation(Account account, Instant ends) {}

  /**
   * What an invited person enters.
   *
   * @param password cleared by the caller
   * @param carried the offer of {@link SecondFactors#offer}
   * @param code of the app that took it
   */
  @SuppressWarnings("ArrayRecordComponent") // cleared after use, never compared
  public record Entry(String name, char[] password, String carried, String code) {
    @Override
    public String toString() {
      return "•••";
    }
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** @param codes ten recovery codes, shown once */
    record Accepted(List<Secret> codes) implements Outcome {}

    /** Nothing changed, for a reason with a stable code. */
    record Refused(String reason) implements Outcome {}
  }

  /**
   * Adds a person and an account that may do nothing yet, and makes the link's secret.
   *
   * @return empty when the handle is taken or something is malformed
   * @throws NotAllowed when {@code by} is no administrator
   */
  public Optional<Secret> invite(Account by, Newcomer newcomer) {
    access.require(by.company(), by, Role.ADMINISTRATOR);
    return newcomer.isWellFormed()
        ? storage.in(by.company(), () -> access.add(by, newcomer.handle()).map(account -> {
          PartyId person = access.person(by.company(), account.id()).orElseThrow();
          parties.describe(by, person, newcomer.name(), newcomer.mail());
          return send(by.who(), account);
        }))
        : Optional.empty();
  }

  /**
   * Another link in place of one that was lost; empty once the account can sign in, and for one that has a role: whoever
   * is shown the link could open it, and would have that role.
   */
  public Optional<Secret> again(Account by, AccountId id) {
    access.require(by.company(), by, Role.ADMINISTRATOR);
    return storage.in(by.company(), () -> {
      storage.lock(by.company(), LOCK);
      return access.account(by.company(), id)
          .filter(account -> account.roles().isEmpty() && signIns.name(account).isEmpty())
          .map(account -> send(by.who(), account));
    });
  }

  /**
   * The link of somebody who is there from the founding of a company, and has a role before anybody is in. Only for
   * whoever founds it; empty once anybody of the company can sign in.
   */
  public Optional<Secret> founding(CompanyId company, AccountId id) {
    return storage.in(company, () -> {
      storage.lock(company, LOCK);
      return access.accounts(company).stream().anyMatch(account -> signIns.name(account).isPresent())
          ? Optional.empty()
          : access.account(company, id).map(account -> send(AccountId.FOUNDING.toString(), account));
    });
  }

  /**
   * A link to an account that can sign in already: whoever uses it takes the account over. Only for its owner, after two
   * others decided it.
   */
  public Optional<Secret> afterTwoDecided(Account by, AccountId id) {
    access.require(by.company(), by, Role.ADMINISTRATOR, Role.SECURITY_OFFICER);
    return storage.in(by.company(),
        () -> access.account(by.company(), id).map(account -> send(by.who(), account)));
  }

  /** Until when the account's link works; empty when it has none. */
  public Optional<Instant> open(CompanyId company, AccountId account) {
    return storage.in(company, () -> rows.ends(company, account))
        .filter(ends -> clock.instant().isBefore(ends));
  }

  /** What a link opens; empty when it was used, replaced, or is too old. */
  public Optional<Invitation> find(String token) {
    return SessionToken.parse(token)
        .flatMap(secret -> storage.inNone(() -> rows.find(secret)))
        .filter(row -> clock.instant().isBefore(row.ends()))
        .flatMap(row -> access.account(row.company(), row.account())
            .map(account -> new Invitation(account, row.ends())));
  }

  /**
   * Uses the link up: from now on the account signs in with what was entered, and with nothing it had before. A link has
   * six tries, then a quarter of an hour's pause, so that nobody asks it for the names of others.
   */
  public Outcome accept(String token, Entry entry) {
    Optional<Invitation> invitation = find(token);
    if (invitation.isEmpty()) {
      return new Outcome.Refused("signin.invitation-over");
    }
    if (throttle.count(Throttle.Kind.INVITATION, token).isPresent()) {
      return new Outcome.Refused("signin.invitation-pause");
    }
    Account account = invitation.get().account();
    if (!factors.confirms(account, entry.carried(), entry.code())) {
      return new Outcome.Refused("signin.code-wrong");
    }
    return storage.in(account.company(), () -> accept(account, token, entry));
  }

  private Outcome accept(Account account, String token, Entry entry) {
    storage.lock(account.company(), LOCK);
    if (!rows.lock(account, SessionToken.parse(token).orElseThrow())) {
      return new Outcome.Refused("signin.invitation-over");
    }
    String name = signIns.name(account).orElse(entry.name());
    Optional<SignIns.Refusal> refusal = signIns.set(account, name, entry.password());
    if (refusal.isPresent()) {
      return new Outcome.Refused(refusal.get().code());
    }
    ways.close(account.company(), account.id());
    ledger.write(account.company(), account.who(), Act.INVITATION_ACCEPTED,
        Json.object().with("account", account.who()));
    return new Outcome.Accepted(factors.enrol(account, entry.carried(), entry.code()).orElseThrow());
  }

  /** Makes the link's secret, in place of any before. */
  private Secret send(String by, Account account) {
    SessionToken token = SessionToken.fresh(random);
    Instant ends = clock.instant().plus(VALID);
    rows.put(account, token, ends);
    ledger.write(account.company(), by, Act.INVITED,
        Json.object().with("account", account.who()).with("ends", ends.toString()));
    return new Secret(token.exposed());
  }
}
