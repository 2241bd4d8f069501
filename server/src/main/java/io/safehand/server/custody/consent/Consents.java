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
import io.safehand.server.custody.consent.EventRows.Said;
import java.time.Clock;
import java.time.Instant;
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
  private final Storage storage;
  private final Ledger ledger;
  private final Facts facts;
  private final Access access;
  private final EventRows rows;
  private final BusinessIds ids;
  private final Clock clock;

  Consents(Storage storage, Ledger ledger, Facts facts, Access access, EventRows rows, BusinessIds ids,
      Clock clock) {
    this.storage = storage;
    this.ledger = ledger;
    this.facts = facts;
    this.access = access;
    this.rows = rows;
    this.ids = ids;
    this.clock = clock;
  }

  /** Records one answer with its ledger line. */
  public void record(CompanyId company, PersonId person, ConsentEvent event, Account by) {
    record(company, person, event, by, line -> line);
  }

  /** Records one answer with its ledger line, which the person can find with this key. */
  public void record(CompanyId company, PersonId person, ConsentEvent event, Account by, LedgerKey key) {
    record(company, person, event, by, line -> line.about(key));
  }

  /** Records whether a guardian consents for a minor; {@link Answer#WITHDRAWN} takes it back. */
  public void recordGuardian(CompanyId company, PersonId person, Answer answer, ConsentMethod method,
      String provenance, Account by) {
    storage.run(company, () -> {
      access.require(company, by, Role.STAFF, Role.SELLER_OFFICER, Role.SELLER_LAWYER, Role.BUYER_OFFICER);
      facts.changed(company);
      Instant now = clock.instant();
      rows.add(company, person, EventRows.GUARDIAN,
          new ConsentFact(answer.name(), now, Optional.empty(), by.who(), method, provenance));
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
      } else if (purpose.equals(EventRows.GUARDIAN)) {
        guarded.remove(person);
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

  private void record(CompanyId company, PersonId person, ConsentEvent event, Account by,
      UnaryOperator<LedgerLine> about) {
    storage.run(company, () -> {
      access.require(company, by, Role.STAFF, Role.SELLER_OFFICER, Role.SELLER_LAWYER, Role.BUYER_OFFICER);
      facts.changed(company);
      Instant now = clock.instant();
      rows.add(company, person, event.purpose().code(), new ConsentFact(event.answer().name(), now,
          event.validUntil(), by.who(), event.method(), event.provenance()));
      ledger.write(company,
          about.apply(ledger.line(by.who(), act(event.answer())))
              .forPurpose(event.purpose().code())
              .with(Json.object().with("method", event.method().code())));
    });
  }

  /** Who said what, in the order in which it counts: the last word on a purpose stands. */
  private void replay(CompanyId company, Collection<PersonId> people, Hearing hearing) {
    Instant now = clock.instant();
    for (Said said : storage.in(company, () -> rows.said(company, people))) {
      if (said.isImported()) {
        AnswerCodes.read(said.answer())
            .forEach((purpose, answer) -> hearing.hear(said.person(), purpose, answer.at(now)));
      } else {
        hearing.hear(said.person(), said.purpose(),
            new StandingAnswer(Answer.valueOf(said.answer()), said.validUntil()).at(now));
      }
    }
  }

  @FunctionalInterface
  private interface Hearing {
    void hear(PersonId person, String purpose, StandingAnswer answer);
  }

  private static Act act(Answer answer) {
    return switch (answer) {
      case GIVEN -> Act.CONSENT_GIVEN;
      case REFUSED -> Act.CONSENT_REFUSED;
      case WITHDRAWN, EXPIRED -> Act.CONSENT_WITHDRAWN;
      case UNKNOWN -> throw new IllegalArgumentException("silence is no event");
    };
  }
}
