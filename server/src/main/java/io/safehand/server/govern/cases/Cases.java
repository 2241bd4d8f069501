package io.safehand.server.govern.cases;

import io.safehand.core.hash.Sha256;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.core.person.PersonalText;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.papers.Papers;
import io.safehand.server.govern.deadlines.Deadlines;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Matters and what was said in them. A case comes from state to state by the lifecycle of its kind alone; its deadlines
 * pause while the customer is awaited, and are met when it ends. Texts are sealed for the person and gone with the person.
 * To the account that a case complains about it does not exist.
 *
 * <p>The module that owns a kind has asked who may do what. Every call joins the caller's transaction or makes its own.
 * May be used by many threads.
 */
@Component
public final class Cases {
  private static final int SECRET_BYTES = 16;

  private final Storage storage;
  private final CaseRows rows;
  private final EntryRows entries;
  private final Lifecycles lifecycles;
  private final Deadlines deadlines;
  private final Papers papers;
  private final Ledger ledger;
  private final BusinessIds ids;
  private final SecureRandom random;
  private final Clock clock;

  Cases(Storage storage, CaseRows rows, EntryRows entries, Lifecycles lifecycles, Deadlines deadlines,
      Papers papers, Ledger ledger, BusinessIds ids, SecureRandom random, Clock clock) {
    this.storage = storage;
    this.rows = rows;
    this.entries = entries;
    this.lifecycles = lifecycles;
    this.deadlines = deadlines;
    this.papers = papers;
    this.ledger = ledger;
    this.ids = ids;
    this.random = random;
    this.clock = clock;
  }

  /** Opens a case, with its deadlines running, in the name of an account or of {@code customer}. */
  public Opened open(CompanyId company, Opening opening, String who) {
    return open(company, opening, who, clock.instant());
  }

  /** Opens one whose deadlines have been running since an earlier moment, at the house that held it before. */
  public Opened open(CompanyId company, Opening opening, String who, Instant since) {
    Instant now = clock.instant();
    Case opened = new Case(new CaseId(ids.next()), opening.kind(), ReceiptNumber.random(random),
        opening.person(), opening.channel(), opening.detail(), lifecycles.of(opening.kind()).begins(), "",
        Optional.empty(), opening.against(), now, now);
    PersonalText secret = secret();
    storage.run(company, () -> {
      rows.add(company, opened, Sha256.of(secret.exposed()));
      opening.regimes().forEach(regime -> deadlines.start(company, opened.id().subject(), regime, since));
      write(company, opened, who, Act.CASE_OPENED,
          Json.object()
              .with("kind", opened.kind())
              .with("detail", opened.detail())
              .with("channel", opened.channel().name()));
    });
    return new Opened(opened, secret);
  }

  /** The case as this account may know it: empty also when the case is about that account. */
  public Optional<Case> find(Account by, CaseId id) {
    return find(by.company(), id).filter(found -> !isAgainst(found, by));
  }

  /** The case, for the module that owns its kind. */
  public Optional<Case> find(CompanyId company, CaseId id) {
    return storage.in(company, () -> rows.find(company, id));
  }

  /** The case of a receipt; empty, after the same work, when number or secret is another. */
  public Optional<Case> find(CompanyId company, ReceiptNumber number, PersonalText secret) {
    byte[] shown = Sha256.of(secret.exposed());
    return storage.in(company, () -> rows.find(company, number, shown));
  }

  /** The newest open cases of a kind that this account may know, behind this one. */
  public List<Case> open(Account by, String kind, Optional<CaseId> after, int most) {
    return storage.in(by.company(), () -> rows.open(by, kind, after, most));
  }

  /** All of a person, newest first. */
  public List<Case> of(CompanyId company, PersonId person) {
    return storage.in(company, () -> rows.of(company, person));
  }

  /** Goes to another state; empty when it did, else why it stands as it stood. */
  public Optional<MoveRefused> move(CompanyId company, CaseId id, Move move) {
    return storage.in(company, () -> {
      Case present = rows.lock(company, id).orElseThrow(() -> new IllegalArgumentException("no such case"));
      Lifecycle lifecycle = lifecycles.of(present.kind());
      Optional<MoveRefused> refusal = lifecycle.refusal(present.state(), move.to(), move.shown());
      if (refusal.isEmpty()) {
        rows.move(company, present, move, lifecycle.isOver(move.to()), clock.instant());
        clocks(company, present, lifecycle, move);
        write(company, present, move.who(), Act.CASE_MOVED,
            Json.object().with("from", present.state()).with("to", move.to()).with("reason", move.reason()));
      }
      return refusal;
    });
  }

  private void clocks(CompanyId company, Case moved, Lifecycle lifecycle, Move move) {
    String subject = moved.id().subject();
    deadlines.of(company, subject).forEach(deadline -> {
      String regime = deadline.regime().code();
      if (lifecycle.isOver(move.to())) {
        deadlines.meet(company, subject, regime);
      } else if (lifecycle.isWaiting(move.to())) {
        deadlines.pause(company, subject, regime, "case.waits");
      } else {
        deadlines.resume(company, subject, regime, "case.goes-on");
      }
    });
  }

  /** Gives it to somebody to work on; false when the case is about that account. */
  public boolean assign(CompanyId company, CaseId id, AccountId to, String who) {
    return storage.in(company, () -> {
      Case present = rows.lock(company, id).orElseThrow(() -> new IllegalArgumentException("no such case"));
      if (present.against().equals(Optional.of(to))) {
        return false;
      }
      rows.assign(company, id, to);
      write(company, present, who, Act.CASE_ASSIGNED, Json.object().with("account", to.toString()));
      return true;
    });
  }

  /** Enters what was said; it cannot be changed any more. */
  public Entry enter(CompanyId company, CaseId id, Said said) {
    return storage.in(company, () -> {
      Case present = rows.lock(company, id).orElseThrow(() -> new IllegalArgumentException("no such case"));
      Entry entry = new Entry(ids.next(), said.channel(), said.direction(), said.who(), clock.instant(),
          said.papers());
      entries.add(company, present, entry,
          papers.seal(company, present.person(), place(entry.id()), said.text()));
      write(company, present, said.who().isEmpty() ? "customer" : said.who(), Act.CASE_ENTERED,
          Json.object().with("channel", said.channel().name()).with("direction", said.direction().name()));
      return entry;
    });
  }

  /** Everything that was said in a case, in order; without the texts. */
  public List<Entry> entries(CompanyId company, CaseId id) {
    return storage.in(company, () -> entries.of(company, id));
  }

  /**
   * What an entry says. The caller has asked whether it may be read, and writes that it was.
   *
   * @throws io.safehand.core.custody.UnknownPerson when the person is not held any more
   */
  public PersonalText text(CompanyId company, CaseId id, Entry entry) {
    EntryRows.Body body = storage.in(company, () -> entries.body(company, id, entry.id()));
    return papers.open(company, body.person(), place(entry.id()), body.sealed());
  }

  private static boolean isAgainst(Case one, Account by) {
    return one.against().equals(Optional.of(by.id()));
  }

  private void write(CompanyId company, Case about, String who, Act act, Json.Object details) {
    ledger.write(company, ledger.line(who, act).inCase(about.id().toString()).with(details));
  }

  private PersonalText secret() {
    byte[] bits = new byte[SECRET_BYTES];
    random.nextBytes(bits);
    return PersonalText.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  private static String place(UUID entry) {
    return "cases.entry.body/" + entry;
  }
}
