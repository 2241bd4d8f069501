package io.safehand.server.site.oversight;

import io.safehand.core.ledger.LedgerLine;
import io.safehand.core.ledger.LineProof;
import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.note.NoteVerdict;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.ledger.LedgerEntry;
import io.safehand.server.base.ledger.LedgerSearch;
import io.safehand.server.deal.deals.Assignments;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The log of a company for those who may read it: search, one line with its proof, the newest checkpoint. Lines of a deal
 * are there only for those who know of it, and for auditors. Every call asks for the role and throws {@link io.safehand.server.base.access.NotAllowed} otherwise.
 */
@Component
class LedgerReading {
  private static final Role[] READERS = {Role.AUDITOR, Role.SECURITY_OFFICER, Role.SELLER_OFFICER,
    Role.SELLER_LAWYER, Role.BUYER_OFFICER};
  private static final int AT_ONCE = 1_000;
  /** A file holds at most so many lines; the log itself goes out whole with evidence. */
  private static final int MOST_IN_A_FILE = 100_000;

  private final Ledger ledger;
  private final Access access;
  private final Keys keys;
  private final Assignments assignments;

  LedgerReading(Ledger ledger, Access access, Keys keys, Assignments assignments) {
    this.ledger = ledger;
    this.access = access;
    this.keys = keys;
    this.assignments = assignments;
  }

  /** What came of holding one line against log and checkpoint. */
  enum Verdict {
    /** The stored line lies in the log, at its number, under a checkpoint that this house signed. */
    HOLDS,
    /** No checkpoint covers it yet. */
    NOT_YET,
    /** The newest checkpoint is not signed by this house's keys. */
    SIGNATURE,
    /** The log holds another line under this number. */
    OTHER_LINE
  }

  /** @param proof absent while no checkpoint covers the line */
  record Verified(Verdict verdict, Optional<LineProof> proof) {}

  List<LedgerEntry> search(Account by, LedgerSearch search) {
    return ledger.search(company(by), search.knowing(known(by)));
  }

  /** To an auditor every deal is known. */
  private Optional<List<String>> known(Account by) {
    return by.has(Role.AUDITOR)
        ? Optional.empty()
        : Optional.of(assignments.deals(by).stream().map(deal -> deal.id().toString()).toList());
  }

  /** Everything that fits, page by page, to be written into a file. */
  Stream<LedgerEntry> all(Account by, LedgerSearch search) {
    CompanyId company = company(by);
    LedgerSearch pages = search.knowing(known(by)).after(OptionalLong.empty()).limit(AT_ONCE);
    return Stream
        .iterate(ledger.search(company, pages), page -> !page.isEmpty(),
            page -> page.size() < AT_ONCE
                ? List.of()
                : ledger.search(company, pages.after(OptionalLong.of(page.getLast().number()))))
        .flatMap(List::stream)
        .limit(MOST_IN_A_FILE);
  }

  Optional<LedgerLine> line(Account by, long number) {
    Optional<List<String>> known = known(by);
    return ledger.line(company(by), number)
        .filter(
            line -> line.deal().isEmpty() || known.map(deals -> deals.contains(line.deal())).orElse(true));
  }

  Optional<SignedNote> checkpoint(Account by) {
    return ledger.latest(company(by));
  }

  Verified verify(Account by, long number, LedgerLine line) {
    CompanyId company = company(by);
    Optional<SignedNote> note = ledger.latest(company)
        .filter(newest -> newest.unverifiedCheckpoint().map(Checkpoint::size).orElse(0L) > number);
    if (note.isEmpty()) {
      return new Verified(Verdict.NOT_YET, Optional.empty());
    }
    LineProof proof = ledger.prove(company, number, note.get());
    boolean signed = keys.trust().judge(note.get()) instanceof NoteVerdict.Accepted;
    Verdict verdict = !signed
        ? Verdict.SIGNATURE
        : proof.proves(line.bytes()) ? Verdict.HOLDS : Verdict.OTHER_LINE;
    return new Verified(verdict, Optional.of(proof));
  }

  /** The account that a person names by handle or id, as lines name it. */
  String who(Account by, String named) {
    return access.account(by.company(), named).map(Account::who).orElse(named);
  }

  /** How people call who acted; jobs and accounts that have ended by their id. */
  String handle(Account by, String who) {
    try {
      return access.account(by.company(), new AccountId(UUID.fromString(who)))
          .map(Account::handle)
          .orElse(who);
    } catch (IllegalArgumentException job) {
      return who;
    }
  }

  private CompanyId company(Account by) {
    access.require(by.company(), by, READERS);
    return by.company();
  }
}
