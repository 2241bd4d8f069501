package io.safehand.server.base.access;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonalText;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.base.storage.Storage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Everybody a company deals with at work: people, its units as a tree, outside organisations, boards; and who belongs to
 * what, as what, from when until when. Names and mail addresses lie sealed. An administrator changes them, each change is
 * a line of the log. May be used by many threads.
 */
@Component
public final class Parties {
  static final int LONGEST_TITLE = 80;

  private final Storage storage;
  private final PartyRows rows;
  private final Access access;
  private final Ledger ledger;
  private final BusinessIds ids;
  private final Clock clock;

  Parties(Storage storage, PartyRows rows, Access access, Ledger ledger, BusinessIds ids, Clock clock) {
    this.storage = storage;
    this.rows = rows;
    this.access = access;
    this.ledger = ledger;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A membership to be entered.
   *
   * @param until last day; empty: without end
   */
  public record Term(PartyId member, PartyId of, String title, LocalDate from, Optional<LocalDate> until) {}

  /** @throws NotAllowed when {@code by} is no administrator */
  public PartyId add(Account by, Party.Kind kind, PersonalText name, PersonalText mail) {
    CompanyId company = administered(by);
    Party party = new Party(new PartyId(ids.next()), kind, name, mail, Optional.empty());
    storage.run(company, () -> {
      rows.add(company, party.id(), kind, clock.instant());
      rows.describe(company, party.id(), name, mail);
      write(by, Act.PARTY_ADDED,
          Json.object().with("party", party.id().toString()).with("kind", kind.name()));
    });
    return party.id();
  }

  /** Gives a party another name or mail address; people may do that for themselves. */
  public Optional<PartyRefusal> describe(Account by, PartyId id, PersonalText name, PersonalText mail) {
    if (!Party.isName(name) || !Party.isMail(mail)) {
      return Optional.of(PartyRefusal.MALFORMED);
    }
    return storage.in(by.company(), () -> {
      if (!access.person(by.company(), by.id()).filter(id::equals).isPresent()) {
        administered(by);
      }
      if (rows.find(by.company(), id).isEmpty()) {
        return Optional.of(PartyRefusal.UNKNOWN);
      }
      rows.describe(by.company(), id, name, mail);
      write(by, Act.PARTY_CHANGED, Json.object().with("party", id.toString()));
      return Optional.empty();
    });
  }

  /** Puts a unit under another, or on top. */
  public Optional<PartyRefusal> move(Account by, PartyId unit, Optional<PartyId> under) {
    CompanyId company = administered(by);
    return storage.in(company, () -> {
      rows.lockUnits(company);
      Optional<PartyRefusal> refusal = PartyRules.mayMove(rows.all(company), unit, under);
      if (refusal.isEmpty()) {
        rows.move(company, unit, under);
        write(by, Act.PARTY_CHANGED,
            Json.object()
                .with("party", unit.toString())
                .with("under", under.map(PartyId::toString).orElse("")));
      }
      return refusal;
    });
  }

  /** Enters that somebody belongs to something for a term. */
  public Optional<PartyRefusal> join(Account by, Term term) {
    CompanyId company = administered(by);
    return storage.in(company, () -> {
      Optional<PartyRefusal> refusal = refusal(company, term);
      if (refusal.isEmpty()) {
        Membership membership = new Membership(ids.next(), term.member(), term.of(), term.title(),
            term.from(), term.until());
        rows.add(company, membership);
        write(by, Act.MEMBERSHIP_BEGUN,
            Json.object()
                .with("membership", membership.id().toString())
                .with("member", term.member().toString())
                .with("of", term.of().toString())
                .with("from", term.from().toString()));
      }
      return refusal;
    });
  }

  /** Shortens a term: this day is its last. */
  public Optional<PartyRefusal> leave(Account by, UUID membership, LocalDate last) {
    CompanyId company = administered(by);
    return storage.in(company, () -> {
      if (!rows.end(company, membership, last)) {
        return Optional.of(PartyRefusal.TERM);
      }
      write(by, Act.MEMBERSHIP_ENDED,
          Json.object().with("membership", membership.toString()).with("last", last.toString()));
      return Optional.empty();
    });
  }

  /** Everybody, in the order of adding, for any account of the company that is still there. */
  public List<Party> all(Account by) {
    return storage.in(by.company(),
        () -> access.account(by.company(), by.id())
            .map(there -> rows.all(by.company()))
            .orElseThrow(NotAllowed::new));
  }

  /** Terms of every time; {@link Membership#runs} says which run on a day. */
  public List<Membership> memberships(Account by) {
    return storage.in(by.company(),
        () -> access.account(by.company(), by.id())
            .map(there -> rows.memberships(by.company()))
            .orElseThrow(NotAllowed::new));
  }

  /** The person that an account belongs to. */
  public Optional<Party> person(CompanyId company, AccountId account) {
    return storage.in(company,
        () -> access.person(company, account).flatMap(party -> rows.find(company, party)));
  }

  private CompanyId administered(Account by) {
    access.require(by.company(), by, Role.ADMINISTRATOR);
    return by.company();
  }

  private Optional<PartyRefusal> refusal(CompanyId company, Term term) {
    Optional<Party> member = rows.find(company, term.member());
    Optional<Party> of = rows.find(company, term.of());
    return member.isEmpty() || of.isEmpty()
        ? Optional.of(PartyRefusal.UNKNOWN)
        : PartyRules.mayJoin(member.get(), of.get(), term);
  }

  private void write(Account by, Act act, Json.Object details) {
    ledger.write(by.company(), by.who(), act, details);
  }
}
