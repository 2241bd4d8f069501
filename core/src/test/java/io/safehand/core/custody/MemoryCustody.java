package io.safehand.core.custody;

import io.safehand.core.custody.stored.CustodyStore;
import io.safehand.core.custody.stored.Custody;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One company's custody in memory with real transactions: each works on a copy, and the copy is in place as a whole
 * or not at all. Writers wait for each other; a snapshot waits for nobody and may add ledger lines only.
 *
 * <p>Everything that was ever stored is kept in {@link #past}.
 */
public final class MemoryCustody implements CustodyStore {
  private final Faults faults;
  private final CustodyPast past = new CustodyPast();
  private final ReentrantLock writer = new ReentrantLock();
  private volatile CustodyState state = new CustodyState();
  private volatile boolean ledgerClosed;
  private volatile boolean answerLost;

  public MemoryCustody(Faults faults) {
    this.faults = faults;
  }

  /** Whether no line can be written. */
  public void closeLedger(boolean closed) {
    this.ledgerClosed = closed;
  }

  /** The next transaction that writes is committed, and its caller is told that it failed. */
  public void loseNextAnswer() {
    this.answerLost = true;
  }

  @Override
  public <T> T together(Function<Custody, T> work) {
    writer.lock();
    try {
      faults.pass();
      CustodyState changed = state.copy();
      T answer = work.apply(new OpenCustody(changed, past, faults, false, ledgerClosed));
      faults.pass();
      state = changed;
      faults.pass();
      if (answerLost && changed.written) {
        answerLost = false;
        throw new IllegalStateException("the connection broke while the commit was answered");
      }
      return answer;
    } finally {
      writer.unlock();
    }
  }

  @Override
  public <T> T inSnapshot(Function<Custody, T> work) {
    faults.pass();
    CustodyState seen = state.copy();
    int lines = seen.lines.size();
    T answer = work.apply(new OpenCustody(seen, past, faults, true, ledgerClosed));
    writer.lock();
    try {
      faults.pass();
      CustodyState changed = state.copy();
      changed.lines.addAll(seen.lines.subList(lines, seen.lines.size()));
      state = changed;
      faults.pass();
      return answer;
    } finally {
      writer.unlock();
    }
  }

  /** What is stored now. */
  public CustodyState stored() {
    return state;
  }

  public CustodyPast past() {
    return past;
  }

  /** Puts an earlier or other state in place, as a restore does. */
  public void become(CustodyState other) {
    state = other.copy();
  }

  /** Changes what is stored behind the acts' back, as whoever writes to the database could. */
  public void tamper(Consumer<CustodyState> change) {
    CustodyState changed = state.copy();
    change.accept(changed);
    state = changed;
  }
}
