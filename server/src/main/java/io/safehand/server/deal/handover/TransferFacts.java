package io.safehand.server.deal.handover;

import io.safehand.core.custody.PeopleFacts;
import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.PersonFacts;
import io.safehand.core.rules.PersonFacts.TransferAnswer;
import io.safehand.server.custody.notices.Notices;
import io.safehand.server.deal.deals.DealId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Consent and standing, and what each person said about this transfer. */
record TransferFacts(CompanyId company, DealId deal, PeopleFacts present,
    Notices notices) implements PeopleFacts {
  @Override
  public List<PersonFacts> of(List<SealedRecord> records) {
    List<PersonFacts> facts = new ArrayList<>(present.of(records));
    Map<PersonId, TransferAnswer> answers = notices.transferAnswers(company, deal.value(),
        records.stream().map(SealedRecord::person).toList());
    for (int i = 0; i < facts.size(); i++) {
      facts.set(i,
          facts.get(i).answering(answers.getOrDefault(records.get(i).person(), TransferAnswer.NOT_NOTIFIED)));
    }
    return facts;
  }
}
