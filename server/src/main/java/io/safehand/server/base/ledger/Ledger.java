package io.safehand.server.base.ledger;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.LedgerLine;
import io.safehand.core.ledger.LineProof;
import io.safehand.core.ledger.LogPlace;
import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.person.CompanyId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
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
  private final LineWriting writing;
  private final Lines lines;
  private final Entries entries;
  private final Sequencer sequencer;
  private final Sequencing sequencing;
  private final Logs logs;
  private final PuttingBack puttingBack;

  Ledger(LineWriting writing, Lines lines, Entries entries, Sequencer sequencer, Sequencing sequencing,
      Logs logs, PuttingBack puttingBack) {
    this.writing = writing;
    this.lines = lines;
    this.entries = entries;
    this.sequencer = sequencer;
    this.sequencing = sequencing;
    this.logs = logs;
    this.puttingBack = puttingBack;
  }

  /** Begins a line that says who does what now; add purpose, case, decision, deal or details, then write it. */
  public LedgerLine line(String who, Act act) {
    return writing.begin(who, act);
  }

  /** Writes the line with the present transaction, or in one of its own; returns the id of its row. */
  public UUID write(CompanyId company, LedgerLine line) {
    return writing.write(company, line);
  }

  /** Writes that this account did this now, with codes, counts, ids and hashes only. */
  public UUID write(CompanyId company, String who, Act act, Json.Object details) {
    return writing.write(company, line(who, act).with(details));
  }

  /** Numbers all lines committed until now and returns the newest checkpoint; empty for a log without a line. */
  public Optional<SignedNote> sequence(CompanyId company) {
    sequencer.run(company);
    return latest(company);
  }

  /** The newest signed checkpoint; lines may already be waiting behind it. */
  public Optional<SignedNote> latest(CompanyId company) {
    return logs.latest(company);
  }

  /** The number of the line in this row, once it has one. */
  public OptionalLong number(CompanyId company, UUID row) {
    return lines.number(company, row);
  }

  /** The numbered lines that fit, newest first, without reading any other. */
  public List<LedgerEntry> search(CompanyId company, LedgerSearch search) {
    return entries.search(company, search);
  }

  /** The numbered lines from this number on, in order. */
  public List<LedgerEntry> following(CompanyId company, long from, int most) {
    return entries.following(company, from, most);
  }

  /** The line of this number as the database holds it; {@link #prove} says whether it is the one of the log. */
  public Optional<LedgerLine> line(CompanyId company, long number) {
    return entries.line(company, number);
  }

  /** Proof of a numbered line under a checkpoint of this log that covers it. */
  public LineProof prove(CompanyId company, long number, SignedNote note) {
    return logs.of(company).prove(number, note);
  }

  /** Where the log lies in files, to be copied into evidence. */
  public LogPlace place(CompanyId company) {
    return logs.place(company);
  }

  /** Companies that have a log, in the database or in files. */
  public Set<CompanyId> companies() {
    Set<CompanyId> all = new TreeSet<>(logs.known());
    all.addAll(lines.companies());
    return all;
  }

  /**
   * Gives lines that an older database lacks their rows back, out of the log; returns how many. With the present
   * transaction of the company.
   *
   * @throws LedgerDisagrees when the log lacks lines of the database, or holds others
   */
  public long putBack(CompanyId company) {
    return puttingBack.run(company);
  }

  /**
   * Whether database, log and the newest checkpoint agree at this moment; one that is not signed yet is no disagreement.
   * Reads little, may be asked often.
   */
  public boolean agrees(CompanyId company) {
    long numbered = lines.numberedIn(company);
    Optional<Checkpoint> newest = logs.latest(company).flatMap(SignedNote::unverifiedCheckpoint);
    Checkpoint log = logs.of(company).checkpoint();
    return numbered <= log.size() && newest.filter(checkpoint -> contradicts(checkpoint, log)).isEmpty();
  }

  private static boolean contradicts(Checkpoint older, Checkpoint log) {
    return older.size() > log.size() || (older.size() == log.size() && !older.root().equals(log.root()));
  }

  /**
   * Compares every log with the database and with the checkpoint kept beside the roots, and finishes what a crash
   * interrupted. Called when the keys have been opened, before anything is served.
   *
   * @throws LedgerDisagrees or what {@link io.safehand.core.ledger.LedgerLog#open} throws, when one is an old copy
   */
  public void check() {
    logs.known().forEach(sequencer::check);
    lines.companies().forEach(sequencing::soon);
  }
}
