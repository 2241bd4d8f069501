package io.safehand.server.custody.notices;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.standing.Facts;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.notices.AttemptRows.Found;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What comes back about letters: it belongs to the attempt whose reference it names, or to nothing. */
@Component
final class Returns {
  private static final String WHO = "returned";

  private final Storage storage;
  private final Register register;
  private final Ledger ledger;
  private final Facts facts;
  private final Clock clock;

  Returns(Storage storage, Register register, Ledger ledger, Facts facts, Clock clock) {
    this.storage = storage;
    this.register = register;
    this.ledger = ledger;
    this.facts = facts;
    this.clock = clock;
  }

  /**
   * Takes in that a letter arrived, or that it did not. Saying it again changes nothing; who opened the link got it,
   * whatever a report says.
   *
   * @param outcome DELIVERED or BOUNCED
   * @return false when nobody here sent a letter of this reference
   */
  boolean take(CompanyId company, String reference, Delivery outcome, String code) {
    return storage.in(company, () -> {
      Optional<Found> found = register.attempts().find(company, reference);
      found.ifPresent(attempt -> take(company, attempt, outcome, code));
      return found.isPresent();
    });
  }

  private void take(CompanyId company, Found attempt, Delivery outcome, String code) {
    Instant now = clock.instant();
    List<PersonId> person = List.of(attempt.person());
    Delivery before = register.told()
        .lock(company, attempt.campaign(), person)
        .getOrDefault(attempt.person(), Delivery.NONE);
    boolean waits = before == Delivery.SENT || before == Delivery.SENDING || before == Delivery.IN_DOUBT;
    boolean takenBack = before == Delivery.DELIVERED && outcome == Delivery.BOUNCED;
    if (!waits && !takenBack) {
      return;
    }
    facts.changed(company);
    register.attempts().outcome(company, attempt, outcome, code, now);
    register.told().move(company, attempt.campaign(), person, before, outcome, attempt.channel().code(), now);
    register.tallies().add(company, attempt.campaign(), new Tally().moved(before, outcome, 1));
    ledger.write(company, WHO, Act.NOTICE_RETURNED,
        Json.object()
            .with("campaign", attempt.campaign().toString())
            .with("channel", attempt.channel().code())
            .with("outcome", outcome.name())
            .with("code", code));
  }
}
