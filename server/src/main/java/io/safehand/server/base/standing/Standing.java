package io.safehand.server.base.standing;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.base.storage.Storage;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Who and what is under a hold. Asked before every act, in its transaction, and never from a cache. Placing and lifting
 * are lines of the log. May be used by many threads.
 */
@Component
public final class Standing {
  private final Storage storage;
  private final Holds holds;
  private final Facts facts;
  private final Ledger ledger;
  private final BusinessIds ids;
  private final Clock clock;

  Standing(Storage storage, Holds holds, Facts facts, Ledger ledger, BusinessIds ids, Clock clock) {
    this.storage = storage;
    this.holds = holds;
    this.facts = facts;
    this.ledger = ledger;
    this.ids = ids;
    this.clock = clock;
  }

  /** Places a hold in the name of an account or a job; in force at once. */
  public UUID place(CompanyId company, Placing placing, String who) {
    Instant now = clock.instant();
    Hold hold = new Hold(ids.next(), placing.subject(), placing.effect(), placing.reason(), placing.source(),
        now, placing.until());
    storage.run(company, () -> {
      facts.changed(company);
      holds.add(company, hold, who);
      write(company, who, Act.HOLD_PLACED, hold.subject(),
          Json.object()
              .with("hold", hold.id().toString())
              .with("subject", hold.subject().inLedger())
              .with("effect", hold.effect().name())
              .with("reason", hold.reason()));
    });
    return hold.id();
  }

  /** Ends a hold; false when it is not in force. */
  public boolean lift(CompanyId company, UUID hold, String who) {
    return storage.in(company, () -> {
      Optional<Hold> inForce = all(company).stream().filter(one -> one.id().equals(hold)).findFirst();
      inForce.ifPresent(lifted -> {
        holds.lift(company, hold, who, clock.instant());
        facts.changed(company);
        write(company, who, Act.HOLD_LIFTED, lifted.subject(), Json.object().with("hold", hold.toString()));
      });
      return inForce.isPresent();
    });
  }

  /** What is held in a deal is read only by those who know of the deal. */
  private void write(CompanyId company, String who, Act act, Subject subject, Json.Object details) {
    ledger.write(company, ledger.line(who, act).inDeal(subject.deal().orElse("")).with(details));
  }

  /** The oldest hold with this effect on any of the subjects now; empty: the act may go on. */
  public Optional<Hold> ask(CompanyId company, Hold.Effect effect, Subject... subjects) {
    return storage.in(company, () -> {
      List<Hold> found = new ArrayList<>();
      for (Subject subject : subjects) {
        found.addAll(holds.inForce(company, subject, clock.instant()));
      }
      return found.stream().filter(hold -> hold.effect() == effect).findFirst();
    });
  }

  /** All holds on the subject now, the oldest first. */
  public List<Hold> on(CompanyId company, Subject subject) {
    return storage.in(company, () -> holds.inForce(company, subject, clock.instant()));
  }

  /** Everything that is under a hold of the company now, the oldest first. */
  public List<Hold> all(CompanyId company) {
    return storage.in(company, () -> holds.all(company, clock.instant()));
  }

  /** Which of these people are under a hold with this effect now. */
  public Set<PersonId> heldAmong(CompanyId company, Hold.Effect effect, Collection<PersonId> people) {
    return storage.in(company,
        () -> new HashSet<>(holds.peopleHeld(company, effect, people, clock.instant())));
  }
}
