package io.safehand.server.base.ledger;

import io.safehand.core.ledger.LedgerLine;
import io.safehand.core.ledger.LineProof;
import io.safehand.core.ledger.LogPlace;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.base.storage.Storage;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The companies' logs.
 *
 * <p>
 * A line is written in the transaction of its act: both are durable, or neither. It gets its number soon after, from
 * the one sequencer of its company; a log has no gap and never two roots for one size. May be used by many threads.
 */
@Component
public final class Ledger {
  private final Storage storage;
  private final BusinessIds ids;
  private final Lines lines;
  private final Logs logs;
  private final Sequencer sequencer;
  private final Sequencing sequencing;
  private final Freshness freshness;
  private final Set<CompanyId> opened = ConcurrentHashMap.newKeySet();

  Ledger(Storage storage, BusinessIds ids, Lines lines, Logs logs, Sequencer sequencer, Sequencing sequencing,
      Freshness freshness) {
    this.storage = storage;
    this.ids = ids;
    this.lines = lines;
    this.logs = logs;
    this.sequencer = sequencer;
    this.sequencing = sequencing;
    this.freshness = freshness;
  }

  /** Writes the line with the present transaction, or in one of its own; returns the id of its row. */
  public UUID write(CompanyId company, LedgerLine line) {
    return storage.in(company, () -> {
      UUID id = ids.next();
      if (!opened.contains(company)) {
        lines.openLog(company);
        storage.afterCommit(() -> opened.add(company));
      }
      lines.add(company, id, line.bytes());
      storage.afterCommit(() -> sequencing.soon(company));
      return id;
    });
  }

  /** Numbers all lines committed until now and returns the signed checkpoint; empty for a log without a line. */
  public Optional<SignedNote> sequence(CompanyId company) {
    sequencer.run(company);
    return latest(company);
  }

  /** The newest signed checkpoint; lines may already be waiting behind it. */
  public Optional<SignedNote> latest(CompanyId company) {
    return Optional.ofNullable(freshness.newest().get(company));
  }

  /** The number of the line in this row, once it has one. */
  public Optional<Long> number(CompanyId company, UUID row) {
    return storage.in(company, () -> storage.jdbc()
        .sql("select number from ledger.line where company_id = ? and id = ? and number is not null")
        .params(company.value(), row).query(Long.class).optional());
  }

  /** Proof of a numbered line under a checkpoint of this log that covers it. */
  public LineProof prove(CompanyId company, long number, SignedNote note) {
    return logs.of(company).prove(number, note);
  }

  /** Where the log lies in files, to be copied into evidence. */
  public LogPlace place(CompanyId company) {
    return logs.place(company);
  }

  /**
   * Compares every log with the database and with the checkpoint kept beside the roots, and finishes what a crash
   * interrupted. Called when the keys have been opened, before anything is served.
   *
   * @throws LedgerDisagrees or what {@link io.safehand.core.ledger.LedgerLog#open} throws, when one is an old copy
   */
  public void check() {
    freshness.newest().keySet().forEach(sequencer::check);
    lines.companies().forEach(sequencing::soon);
  }
}
