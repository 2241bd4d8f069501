package io.safehand.server.custody.notices;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Lets no more letters go than were agreed on a minute, however many threads ask. May be used by many threads. */
final class Pace {
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  private final long gap;
  private final LongSupplier nanos;
  private final LongConsumer wait;
  private long next;

  /** @param perMinute 0: as many as can */
  Pace(int perMinute, LongSupplier nanos, LongConsumer wait) {
    this.gap = perMinute == 0 ? 0 : MINUTE / perMinute;
    this.nanos = nanos;
    this.wait = wait;
    this.next = nanos.getAsLong();
  }

  static Pace of(int perMinute) {
    return new Pace(perMinute, System::nanoTime, LockSupport::parkNanos);
  }

  /** Returns when the next letter may go. What was not used before is not made up for. */
  void take() {
    if (gap == 0) {
      return;
    }
    long turn;
    synchronized (this) {
      turn = Math.max(next, nanos.getAsLong());
      next = turn + gap;
    }
    for (long left = turn - nanos.getAsLong(); left > 0; left = turn - nanos.getAsLong()) {
      wait.accept(left);
    }
  }
}
