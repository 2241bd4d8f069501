package io.safehand.server.custody.consent;

import io.safehand.core.inventory.Purpose;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.LedgerKey;
import io.safehand.core.ledger.LedgerLine;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.Answer;
import io.safehand.core.rules.StandingAnswer;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.standing.Facts;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.consent.EventRows.ConsentFact;
import io.safehand.server.custody.consent.EventRows.SaidRow;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/**
 * What customers said about purposes, as events that are never overwritten. The present answer is derived at each read,
 * so a withdrawal counts in the next one: there is no cache.
 *
 * <p>Every call joins the caller's transaction or makes its own. May be used by many threads.
 */
@Component
public final class Consents {
  private static final Role[] RECORDERS = {Role.STAFF, Role.SELLER_OFFICER, Role.SELLER_LAWYER,
    Role.BUYER_OFFICER};

  private final Storage storage;
  private final Ledger ledger;
  private final Facts facts;
  private final Access access;
  private final EventRows rows;
  private final NoticeRows notices;
  private final BusinessIds ids;
  private final Clock clock;

  Consents(Storage storage, Ledger ledger, Facts facts, Access access, EventRows rows, NoticeRows notices,
      BusinessIds ids, Clock clock) {
    this.storage = storage;
    this.ledger = ledger;
    this.facts = facts;
    this.access = access;
    this.rows = rows;
    this.notices = notices;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Records one answer with its ledger line; gives the event's id.
   *
   * @throws NoticeUnknown when the purpose never had the notice that it is said to answer
   */
  public UUID record(CompanyId company, PersonId person, ConsentEvent event, Account by) {
    return record(company, person, event, by, line -> line);
  }

  /** The same, with a ledger line that the person can find with this key. */
  public UUID record(CompanyId company, PersonId person, ConsentEvent event, Account by, LedgerKey key) {
    return record(company, person, event, by, line -> line.about(key));
  }

  /**
   * Records whether a guardian consents to whatever the minor consents to; {@link Answer#WITHDRAWN} takes it back. What a
   * guardian says to one purpose is an event like any other.
   */
  public void recordGuardian(CompanyId company, PersonId person, Answer answer, ConsentMethod method,
      String provenance, Account by) {
    storage.run(company, () -> {
      access.require(company, by, RECORDERS);
      facts.changed(company);
      ConsentEvent event = new ConsentEvent(new Purpose("guardian"), answer, method, provenance,
          Optional.empty());
      rows.add(company, person,
          new ConsentFact(ids.next(), EventRows.GUARDIAN, event, clock.instant(), by.who()), 0);
      ledger.write(company, ledger.line(by.who(), act(answer))
          .with(Json.object().with("guardian", true).with("method", method.code())));
    });
  }

  /**
   * Opens an import, to which answers are then added batch by batch; they count from now. The import's own
   * ledger line is written by the act that it belongs to.
   *
   * @param provenance the hash of the file, or the root of the package
   */
  public UUID openImport(CompanyId company, String provenance, Account by) {
    return storage.in(company, () -> {
      UUID id = ids.next();
      rows.openSource(company, id, clock.instant(), by.who(), provenance);
      return id;
    });
  }

  /** Adds answers to an import, each person once; a person without an answer costs no row. */
  public void addImported(CompanyId company, UUID importId, Collection<ImportedAnswers> people) {
    storage.run(company, () -> {
      facts.changed(company);
      rows.addImported(company, importId, people);
    });
  }

  /** The present answers; who said nothing is in the map with no answer. Meant for up to 4,096 people at a time. */
  public Map<PersonId, Map<Purpose, Answer>> answers(CompanyId company, Collection<PersonId> people) {
    Map<PersonId, Map<Purpose, Answer>> answers = new HashMap<>();
    standing(company, people).forEach((person, standing) -> {
      Map<Purpose, Answer> now = HashMap.newHashMap(standing.size());
      standing.forEach((purpose, answer) -> now.put(purpose, answer.answer()));
      answers.put(person, now);
    });
    return answers;
  }

  /** The present answers with how long they hold, in the same way. */
  public Map<PersonId, Map<Purpose, StandingAnswer>> standing(CompanyId company,
      Collection<PersonId> people) {
    Map<PersonId, Map<Purpose, StandingAnswer>> answers = new HashMap<>();
    people.forEach(person -> answers.put(person, new HashMap<>()));
    replay(company, people, (person, purpose, answer) -> {
      if (!purpose.equals(EventRows.GUARDIAN)) {
        answers.computeIfAbsent(person, nobody -> new HashMap<>()).put(new Purpose(purpose), answer);
      }
    });
    return answers;
  }

  /** Those of the people for whom a guardian consents at present. */
  public Set<PersonId> guarded(CompanyId company, Collection<PersonId> people) {
    Set<PersonId> guarded = new HashSet<>();
    replay(company, people, (person, purpose, answer) -> {
      if (purpose.equals(EventRows.GUARDIAN) && answer.answer().opens()) {
        guarded.add(person);
      }
    });
    return guarded;
  }

  /** Removes everything that these people said, with their shredding. */
  public void remove(CompanyId company, Collection<PersonId> people) {
    storage.run(company, () -> {
      facts.changed(company);
      rows.remove(company, people);
    });
  }

  private UUID record(CompanyId company, PersonId person, ConsentEvent event, Account by,
      UnaryOperator<LedgerLine> about) {
    return storage.in(company, () -> {
      access.require(company, by, RECORDERS);
      facts.changed(company);
      if (event.how().saidAt().filter(at -> at.isAfter(clock.instant())).isPresent()) {
        throw new IllegalArgumentException("nobody said it yet");
      }
      UUID id = ids.next();
      rows.add(company, person, new ConsentFact(id, event.purpose().code(), event, clock.instant(), by.who()),
          event.how().notice().map(served -> version(company, event.purpose(), served)).orElse(0));
      ledger.write(company,
          about.apply(ledger.line(by.who(), act(event.answer())))
              .forPurpose(event.purpose().code())
              .with(Json.object().with("method", event.method().code()).with("event", id.toString())));
      return id;
    });
  }

  private int version(CompanyId company, Purpose purpose, ServedNotice served) {
    return notices.served(company, purpose, served).orElseThrow(NoticeUnknown::new).version();
  }

  /** What stands now of everything that was said, in the order in which it counts. */
  private void replay(CompanyId company, Collection<PersonId> people, Replay.Hearing hearing) {
    storage.run(company, () -> {
      Replay replay = new Replay(notices.changed(company));
      for (SaidRow said : rows.said(company, people)) {
        said.each((purpose, one) -> replay.hear(said.person(), purpose, said.seq(), one));
      }
      replay.present(clock.instant(), hearing);
    });
  }

  private static Act act(Answer answer) {
    return switch (answer) {
      case GIVEN -> Act.CONSENT_GIVEN;
      case REFUSED -> Act.CONSENT_REFUSED;
      case WITHDRAWN -> Act.CONSENT_WITHDRAWN;
      case REQUESTED -> Act.CONSENT_REQUESTED;
      case DEFERRED -> Act.CONSENT_DEFERRED;
      case UNKNOWN, RENEWED, EXPIRED, INVALIDATED -> throw new IllegalArgumentException("nobody says this");
    };
  }
}
