package io.safehand.core.ledger;

import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.ledger.tree.ConsistencyProof;
import io.safehand.core.ledger.tree.Hash;
import java.util.List;
import java.util.OptionalLong;

/**
 * A log in a folder and, whole, in a second one: append, checkpoints, proofs (docs/formats/ledger.md).
 *
 * <p>Guaranteed: what {@link #append} returned is on both disks; a tree of one size never has two roots; a log that
 * lacks what a checkpoint shown at opening has does not open. May be used by several threads; one process at a time.
 * After the first failed write nothing more is accepted until the log is opened again.
 */
public final class LedgerLog implements AutoCloseable {
  private LedgerLog() {}

  /**
   * Opens the log, or begins it where both folders are empty. Repairs what a crash left and what one folder lacks.
   *
   * @param seen checkpoints known from elsewhere (beside the root, from witnesses, receipts)
   * @throws LedgerOutdated if a seen checkpoint is larger than the log
   * @throws LedgerForked if the log's root for a seen size is another
   * @throws LedgerDamaged if neither folder gives the lines back
   * @throws LedgerInUse if another process, or this one, has the log open
   */
  public static LedgerLog open(LogPlace place, List<Checkpoint> seen) {
    throw new UnsupportedOperationException("filled soon " + place + seen);
  }

  /**
   * Numbers these lines and makes them durable in both folders with one sync each. All or none; no line may be
   * longer than {@link LedgerLine#LONGEST_BYTES}.
   *
   * @return the log's new state: sign it, keep the note beside the root, then {@link #publish} it
   */
  public Checkpoint append(List<byte[]> lines) {
    throw new UnsupportedOperationException("filled soon " + lines);
  }

  public long size() {
    throw new UnsupportedOperationException("filled soon");
  }

  /** The log's present state, unsigned. */
  public Checkpoint checkpoint() {
    throw new UnsupportedOperationException("filled soon");
  }

  /** At most {@code most} lines from this number on, in order; fewer at the end. */
  public List<byte[]> lines(long from, int most) {
    throw new UnsupportedOperationException("filled soon " + from + most);
  }

  /**
   * The number of this line, if it is among the last {@code last} lines. After a crash the sequencer asks this for
   * the rows it is not sure of, since a line may be durable here although its number was never stored.
   */
  public OptionalLong find(byte[] line, int last) {
    throw new UnsupportedOperationException("filled soon " + line.length + last);
  }

  /**
   * Writes the signed checkpoint, and the partial tiles it needs, where outsiders read them, in both folders.
   * Refuses a note that is not about this log's own history. Signatures are not judged here.
   */
  public void publish(SignedNote note) {
    throw new UnsupportedOperationException("filled soon " + note);
  }

  /** The root when the log had this size. */
  public Hash rootAt(long size) {
    throw new UnsupportedOperationException("filled soon " + size);
  }

  /** Proof of the line with this number, under a note about this log that covers it. */
  public LineProof prove(long index, SignedNote note) {
    throw new UnsupportedOperationException("filled soon " + index + note);
  }

  /** Proof that this log continues what it was at the smaller size, at least 1. */
  public ConsistencyProof consistency(long smaller, long larger) {
    throw new UnsupportedOperationException("filled soon " + smaller + larger);
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException("filled soon");
  }
}
