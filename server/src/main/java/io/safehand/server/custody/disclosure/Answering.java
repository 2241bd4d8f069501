package io.safehand.server.custody.disclosure;

import io.safehand.core.custody.Naming;
import io.safehand.core.custody.UnknownPerson;
import io.safehand.core.custody.stored.Errand;
import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.inventory.PurposeRule;
import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.LedgerKey;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.Answer;
import io.safehand.core.rules.StandingAnswer;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.NotAllowed;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.custody.consent.ConsentEvent;
import io.safehand.server.custody.consent.ConsentNotices;
import io.safehand.server.custody.consent.Consents;
import io.safehand.server.custody.consent.Histories;
import io.safehand.server.custody.consent.Receipts;
import io.safehand.server.custody.consent.RecordedAnswer;
import io.safehand.server.custody.records.Vaults;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * What a customer answered about the purposes that rest on consent, for who may look at the record: seen, recorded, given
 * out as a receipt. Whom the account's own inquiry did not find cannot be asked for, and an account that is on hold records
 * nothing; each call is a line of the ledger. May be used by many threads.
 */
@Component
public final class Answering {
  private final Disclosures disclosures;
  private final Askers askers;
  private final Consents consents;
  private final ConsentNotices notices;
  private final Histories histories;
  private final Receipts receipts;
  private final Vaults vaults;
  private final Ledger ledger;
  private final SecureRandom random;

  Answering(Disclosures disclosures, Askers askers, Consents consents, ConsentNotices notices,
      Histories histories, Receipts receipts, Vaults vaults, Ledger ledger, SecureRandom random) {
    this.disclosures = disclosures;
    this.askers = askers;
    this.consents = consents;
    this.notices = notices;
    this.histories = histories;
    this.receipts = receipts;
    this.vaults = vaults;
    this.ledger = ledger;
    this.random = random;
  }

  /** The purposes that rest on consent, in the order of the inventory. */
  public List<Asked> of(Account by, Inquiry inquiry, PersonId person) {
    require(by, inquiry, person);
    CompanyId company = by.company();
    about(company, person,
        key -> ledger.write(company,
            ledger.line(by.who(), Act.CONSENT_SEEN)
                .about(key)
                .forPurpose(inquiry.purpose().code())
                .inCase(inquiry.matter())));
    Map<Purpose, StandingAnswer> standing = consents.standing(company, List.of(person))
        .getOrDefault(person, Map.of());
    List<RecordedAnswer> history = histories.of(company, person);
    return notices.purposes(company).stream().map(rule -> asked(company, rule, standing, history)).toList();
  }

  /** Whether only a guardian's yes counts for this person. */
  public boolean isChild(Account by, Inquiry inquiry, PersonId person) {
    require(by, inquiry, person);
    SealedRecord record = vaults.store(by.company())
        .together(custody -> custody.records().find(person))
        .orElseThrow(UnknownPerson::new);
    return record.facts().minor();
  }

  /**
   * Records an answer and gives it as it is on record, with what stands after it.
   *
   * @throws IllegalArgumentException when the purpose does not rest on consent
   * @throws io.safehand.server.custody.consent.NoticeUnknown when the purpose never had that notice
   */
  public RecordedAnswer record(Account by, Inquiry inquiry, PersonId person, ConsentEvent event) {
    require(by, inquiry, person);
    CompanyId company = by.company();
    if (notices.purposes(company).stream().noneMatch(rule -> rule.purpose().equals(event.purpose()))) {
      throw new IllegalArgumentException("the purpose does not rest on consent");
    }
    UUID id = about(company, person, key -> consents.record(company, person, event, by, key));
    return histories.find(company, person, id).orElseThrow();
  }

  /** The receipt of this answer; empty when the person has none of this id. */
  public Optional<byte[]> receipt(Account by, Inquiry inquiry, PersonId person, UUID event) {
    require(by, inquiry, person);
    return receipts.of(by.company(), person, event, by.who());
  }

  private void require(Account by, Inquiry inquiry, PersonId person) {
    if (!inquiry.people().contains(person)) {
      disclosures.refused(by.company(), new Errand(by.who(), inquiry.purpose().code(), inquiry.matter(), ""));
      throw new UnknownPerson();
    }
    if (askers.asking(by.company(), by, inquiry.purpose(), Optional.empty()).held()) {
      throw new NotAllowed();
    }
  }

  private <T> T about(CompanyId company, PersonId person, Function<LedgerKey, T> use) {
    return new Naming(vaults.of(company), vaults.store(company), random).about(person, use);
  }

  private Asked asked(CompanyId company, PurposeRule rule, Map<Purpose, StandingAnswer> standing,
      List<RecordedAnswer> history) {
    return new Asked(rule, standing.getOrDefault(rule.purpose(), StandingAnswer.of(Answer.UNKNOWN)),
        notices.current(company, rule.purpose()),
        history.stream().filter(answer -> answer.purpose().equals(rule.purpose())).toList());
  }
}
