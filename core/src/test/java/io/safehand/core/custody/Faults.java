package io.safehand.core.custody;

/**
 * Counts the calls at the ports and stops the process at a chosen one: that call and every later one throw, until
 * {@link #revive()}.
 */
public final class Faults {
  private long calls;
  private long stopAt = Long.MAX_VALUE;
  private boolean dead;

  /** Stops at the n-th call from now on, counted from 1. */
  public synchronized void stopAt(long call) {
    calls = 0;
    stopAt = call;
    dead = false;
  }

  /** The process is started again and nothing is wrong any more. */
  public synchronized void revive() {
    dead = false;
    stopAt = Long.MAX_VALUE;
  }

  public synchronized boolean isDead() {
    return dead;
  }

  /** Called by the ports at everything they do. */
  synchronized void pass() {
    calls++;
    if (dead || calls >= stopAt) {
      dead = true;
      throw new Stopped();
    }
  }

  /** The process is gone. */
  public static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
