package io.safehand.server.govern.feedback;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.core.person.PersonalText;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.access.NotAllowed;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.calendar.Term;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.govern.cases.Case;
import io.safehand.server.govern.cases.CaseId;
import io.safehand.server.govern.cases.Cases;
import io.safehand.server.govern.cases.Channel;
import io.safehand.server.govern.cases.Entry;
import io.safehand.server.govern.cases.Move;
import io.safehand.server.govern.cases.Opened;
import io.safehand.server.govern.cases.Opening;
import io.safehand.server.govern.cases.Said;
import io.safehand.server.govern.deadlines.Deadlines;
import io.safehand.server.govern.deadlines.Regime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Threads with customers. The clock of an answer runs while the company is awaited and stands while the customer is, by
 * whatever channel either speaks; each new word of the customer after an answer begins a new one. To somebody who is
 * complained about, the thread does not exist. May be used by many threads.
 */
@Component
public final class Feedback {
  private static final String KIND = "feedback";
  private static final String CUSTOMER = "customer";
  private static final Regime ANSWER = new Regime("feedback.answer", Regime.Origin.INTERNAL,
      new Term.Worked(Duration.ofHours(4)), new Term.Days(1));
  private static final Role[] SERVICE = {Role.STAFF, Role.SELLER_OFFICER, Role.SELLER_LAWYER,
    Role.BUYER_OFFICER};

  private final Cases cases;
  private final Deadlines deadlines;
  private final Access access;
  private final Ledger ledger;
  private final Storage storage;

  Feedback(Cases cases, Deadlines deadlines, Access access, Ledger ledger, Storage storage) {
    this.cases = cases;
    this.deadlines = deadlines;
    this.access = access;
    this.ledger = ledger;
    this.storage = storage;
  }

  /**
   * A customer speaks about something new.
   *
   * @param person empty while nobody knows who it is
   * @param against whom it complains about
   */
  public Opened receive(CompanyId company, Optional<PersonId> person, Said said,
      Optional<AccountId> against) {
    return storage.in(company, () -> {
      Opened opened = cases.open(company, new Opening(KIND, person, said.channel(),
          against.isPresent() ? "complaint" : "message", against, List.of(ANSWER)), CUSTOMER);
      cases.enter(company, opened.opened().id(), said);
      return opened;
    });
  }

  /** A customer speaks again, in a thread that is shown to be theirs; false when it is closed. */
  public boolean hear(CompanyId company, CaseId thread, Said said) {
    return storage.in(company, () -> {
      Case present = cases.find(company, thread)
          .orElseThrow(() -> new IllegalArgumentException("no such thread"));
      boolean open = present.state().equals("OPEN")
          || cases.move(company, thread, new Move("OPEN", Set.of("customer"), "", CUSTOMER)).isEmpty();
      if (open) {
        cases.enter(company, thread, said);
        if (present.state().equals("ANSWERED")) {
          deadlines.start(company, thread.subject(), ANSWER);
        }
      }
      return open;
    });
  }

  /** What the customer said on the phone or elsewhere, as somebody of the house wrote it down. */
  public boolean hear(Account by, CaseId thread, Channel channel, PersonalText summary) {
    require(by, thread);
    return hear(by.company(), thread, new Said(channel, Entry.Direction.IN, by.who(), summary, List.of()));
  }

  /**
   * Answers the customer.
   *
   * @param awaits whether the customer has to say something before it can go on
   * @return false when the thread is closed, or the customer is awaited already
   */
  public boolean answer(Account by, CaseId thread, Channel channel, PersonalText text, boolean awaits) {
    require(by, thread);
    CompanyId company = by.company();
    return storage.in(company, () -> {
      String to = awaits ? "AWAITING_CUSTOMER" : "ANSWERED";
      boolean moved = cases.move(company, thread, new Move(to, Set.of("answer"), "", by.who())).isEmpty();
      if (moved) {
        cases.enter(company, thread, Said.out(channel, by.who(), text));
        if (!awaits) {
          deadlines.meet(company, thread.subject(), ANSWER.code());
        }
      }
      return moved;
    });
  }

  /** A word among the company's own people; the customer never sees it. */
  public void note(Account by, CaseId thread, PersonalText text) {
    require(by, thread);
    cases.enter(by.company(), thread, Said.note(by.who(), text));
  }

  /** Closes an answered thread; false when it cannot be closed as it stands. */
  public boolean close(Account by, CaseId thread) {
    require(by, thread);
    return cases.move(by.company(), thread, new Move("CLOSED", Set.of(), "", by.who())).isEmpty();
  }

  /** The open threads that this account may know, newest first. */
  public List<Case> open(Account by, Optional<CaseId> after, int most) {
    access.require(by.company(), by, SERVICE);
    return cases.open(by, KIND, after, most);
  }

  /**
   * Everything that was said, by every channel, in order; that it was read is written.
   *
   * @throws NotAllowed when it is not this account's to read, or there is no such thread
   */
  public List<Spoken> read(Account by, CaseId thread) {
    require(by, thread);
    CompanyId company = by.company();
    ledger.write(company,
        ledger.line(by.who(), Act.CASE_READ)
            .inCase(thread.toString())
            .with(Json.object().with("kind", KIND)));
    return cases.entries(company, thread)
        .stream()
        .map(entry -> new Spoken(entry, cases.text(company, thread, entry)))
        .toList();
  }

  private void require(Account by, CaseId thread) {
    access.require(by.company(), by, SERVICE);
    if (cases.find(by, thread).filter(found -> found.kind().equals(KIND)).isEmpty()) {
      throw new NotAllowed();
    }
  }
}
