package io.safehand.server.base.access;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.base.storage.Storage;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Who works for which company, and what they may do.
 *
 * <p>
 * A role is proposed by an administrator and confirmed by a security officer; neither may be the one who gets it, nor
 * the same person. Each step is a line of the company's log. May be used by many threads.
 */
@Component
public final class Access {
  private final Storage storage;
  private final Accounts accounts;
  private final PartyRows parties;
  private final Ledger ledger;
  private final BusinessIds ids;
  private final Clock clock;

  Access(Storage storage, Accounts accounts, PartyRows parties, Ledger ledger, BusinessIds ids, Clock clock) {
    this.storage = storage;
    this.accounts = accounts;
    this.parties = parties;
    this.ledger = ledger;
    this.ids = ids;
    this.clock = clock;
  }

  /** Founds a company with an administrator and a security officer, so that from then on two are needed. */
  public Enrolment.Enrolled enroll(Enrolment enrolment) {
    return enroll(enrolment, Function.identity());
  }

  /** Founds it, and does the rest of founding with it: both or neither. */
  public <T> T enroll(Enrolment enrolment, Function<Enrolment.Enrolled, T> rest) {
    Company company = new Company(new CompanyId(ids.next()), enrolment.name(), enrolment.kind());
    return storage.in(company.id(), () -> {
      accounts.add(company, clock.instant());
      ledger.write(company.id(), AccountId.FOUNDING.toString(), Act.COMPANY_ENROLLED, Json.object());
      Account administrator = found(company, enrolment.administrator(), Set.of(Role.ADMINISTRATOR));
      Account officer = found(company, enrolment.securityOfficer(),
          enrolment.small()
              ? Set.of(Role.SECURITY_OFFICER, Role.SELLER_LAWYER)
              : Set.of(Role.SECURITY_OFFICER));
      return rest.apply(new Enrolment.Enrolled(company, administrator, officer));
    });
  }

  public Optional<Company> company(CompanyId id) {
    return storage.in(id, () -> accounts.company(id));
  }

  /** The company of this number, as a person types it; empty when there is none. */
  public Optional<CompanyId> company(String number) {
    try {
      return company(CompanyId.parse(number.strip())).map(Company::id);
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /** The account with its present roles; empty when it is unknown or has ended. */
  public Optional<Account> account(CompanyId company, AccountId id) {
    return storage.in(company, () -> accounts.find(company, id));
  }

  public Optional<Account> account(CompanyId company, String handle) {
    return storage.in(company,
        () -> accounts.byHandle(company, handle).flatMap(id -> accounts.find(company, id)));
  }

  /** The work name of an account, also of one that has ended; the id itself when nobody has it. */
  public String handle(CompanyId company, AccountId id) {
    return storage.in(company, () -> accounts.handle(company, id)).orElse(id.toString());
  }

  /** The same for many at once. */
  public Map<AccountId, String> handles(CompanyId company, Collection<AccountId> ids) {
    Map<AccountId, String> known = storage.in(company, () -> accounts.handles(company, ids));
    return ids.stream()
        .distinct()
        .collect(Collectors.toMap(Function.identity(), id -> known.getOrDefault(id, id.toString())));
  }

  /** The company's accounts that have not ended, in the order of adding. */
  public List<Account> accounts(CompanyId company) {
    return storage.in(company, () -> accounts.all(company));
  }

  /** Roles that wait for their confirmation, the oldest first. */
  public List<Proposal> proposals(CompanyId company) {
    return storage.in(company, () -> accounts.proposals(company));
  }

  /** The person that the account belongs to; empty when it is unknown or has ended. */
  public Optional<PartyId> person(CompanyId company, AccountId id) {
    return storage.in(company, () -> accounts.person(company, id));
  }

  /** Whether the account has the role at this moment, and this caller may use it. */
  public boolean holds(Account account, Role role) {
    return roles(account).contains(role);
  }

  /** The roles that the account has at this moment and this caller may use; none when it has ended. */
  public Set<Role> roles(Account account) {
    return account(account.company(), account.id())
        .map(now -> account.within().stream().filter(now::has).collect(Collectors.toSet()))
        .orElse(Set.of());
  }

  /**
   * Lets only an account of this company go on that has one of these roles at this moment.
   *
   * @throws NotAllowed otherwise
   */
  public void require(CompanyId company, Account by, Role... anyOf) {
    if (!by.company().equals(company) || Collections.disjoint(roles(by), List.of(anyOf))) {
      throw new NotAllowed();
    }
  }

  /**
   * Adds an account that may do nothing yet, and the person it belongs to.
   *
   * @return empty when {@code by} is no administrator or the handle is taken
   */
  public Optional<Account> add(Account by, String handle) {
    return storage.in(by.company(),
        () -> mayAdd(by, handle)
            ? accounts.find(by.company(), create(by.company(), handle, by.id()))
            : Optional.empty());
  }

  /** Adds an account for a person who is known and has none; empty as above, or when that is not so. */
  public Optional<Account> add(Account by, String handle, PartyId person) {
    CompanyId company = by.company();
    return storage.in(company, () -> {
      boolean possible = mayAdd(by, handle) && !accounts.hasAccount(company, person)
          && parties.find(company, person).filter(party -> party.kind() == Party.Kind.PERSON).isPresent();
      return possible ? accounts.find(company, create(company, handle, person, by.id())) : Optional.empty();
    });
  }

  private boolean mayAdd(Account by, String handle) {
    return holds(by, Role.ADMINISTRATOR) && accounts.isFree(by.company(), handle);
  }

  /** First half of giving a role; empty when it waits for its confirmation now. */
  public Optional<AccessRefusal> propose(Account by, AccountId to, Role role) {
    return storage.in(by.company(), () -> {
      Optional<AccessRefusal> refusal = refusal(by, Role.ADMINISTRATOR, to, role);
      if (refusal.isEmpty()) {
        if (!accounts.propose(by.company(), to, role, by.id(), clock.instant())) {
          return Optional.of(AccessRefusal.ALREADY);
        }
        write(by, Act.ROLE_PROPOSED, to, role);
      }
      return refusal;
    });
  }

  /**
   * Second half; empty when the role is given now. Whoever confirms must know whose account it is: pages come here by
   * the door that refuses an account in which nobody is yet.
   */
  public Optional<AccessRefusal> confirm(Account by, AccountId to, Role role) {
    return storage.in(by.company(), () -> {
      Optional<AccessRefusal> refusal = refusal(by, Role.SECURITY_OFFICER, to, role);
      if (refusal.isPresent()) {
        return refusal;
      }
      Optional<AccountId> proposer = accounts.proposer(by.company(), to, role);
      if (proposer.isEmpty() || proposer.get().equals(by.id())) {
        return Optional.of(proposer.isEmpty() ? AccessRefusal.NOTHING_PROPOSED : AccessRefusal.SAME_PERSON);
      }
      accounts.confirm(by.company(), to, role, by.id(), clock.instant());
      write(by, Act.ROLE_GIVEN, to, role);
      return refusal;
    });
  }

  /**
   * Takes a role, or a proposal, back. One administrator or security officer is enough, but not for oneself, and not from
   * the last who has what the company needs.
   */
  public Optional<AccessRefusal> end(Account by, AccountId of, Role role) {
    return storage.in(by.company(), () -> {
      storage.lock(by.company(), EndingAccounts.LOCK);
      if (!holds(by, Role.ADMINISTRATOR) && !holds(by, Role.SECURITY_OFFICER)) {
        return Optional.of(AccessRefusal.NOT_ALLOWED);
      }
      if (by.id().equals(of)) {
        return Optional.of(AccessRefusal.OWN_ACCOUNT);
      }
      if (EndingAccounts.NEEDED.contains(role) && accounts.roles(by.company(), of).contains(role)
          && accounts.isLast(by.company(), role)) {
        return Optional.of(AccessRefusal.LAST_OF_ROLE);
      }
      if (!accounts.end(by.company(), of, role)) {
        return Optional.of(AccessRefusal.NOTHING_PROPOSED);
      }
      write(by, Act.ROLE_ENDED, of, role);
      return Optional.empty();
    });
  }

  private Optional<AccessRefusal> refusal(Account by, Role needed, AccountId to, Role role) {
    CompanyId company = by.company();
    if (by.id().equals(to)) {
      return Optional.of(AccessRefusal.OWN_ACCOUNT);
    }
    if (!accounts.lock(company, to)) {
      return Optional.of(AccessRefusal.UNKNOWN_ACCOUNT);
    }
    if (!holds(by, needed)
        || !accounts.company(company).map(found -> role.fits(found.kind())).orElse(false)) {
      return Optional.of(AccessRefusal.NOT_ALLOWED);
    }
    boolean possible = role.goesWith(accounts.roles(company, to));
    return possible ? Optional.empty() : Optional.of(AccessRefusal.INCOMPATIBLE);
  }

  private Account found(Company company, String handle, Set<Role> roles) {
    AccountId id = create(company.id(), handle, AccountId.FOUNDING);
    roles.forEach(role -> {
      accounts.propose(company.id(), id, role, AccountId.FOUNDING, clock.instant());
      accounts.confirm(company.id(), id, role, AccountId.FOUNDING, clock.instant());
    });
    return accounts.find(company.id(), id).orElseThrow();
  }

  private AccountId create(CompanyId company, String handle, AccountId by) {
    PartyId person = new PartyId(ids.next());
    parties.add(company, person, Party.Kind.PERSON, clock.instant());
    return create(company, handle, person, by);
  }

  private AccountId create(CompanyId company, String handle, PartyId person, AccountId by) {
    AccountId id = new AccountId(ids.next());
    accounts.add(new Account(company, id, handle, Set.of()), person, by, clock.instant());
    ledger.write(company, by.toString(), Act.PERSON_ADDED,
        Json.object().with("account", id.toString()).with("party", person.toString()));
    return id;
  }

  private void write(Account by, Act act, AccountId of, Role role) {
    ledger.write(by.company(), by.who(), act,
        Json.object().with("account", of.toString()).with("role", role.name()));
  }
}
