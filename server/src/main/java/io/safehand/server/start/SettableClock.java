package io.safehand.server.start;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved: for development, demonstrations and tests. Safe for many threads. */
public final class SettableClock extends Clock {
  private static final Clock REAL = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));

  private volatile Instant now;
  private volatile boolean follows;

  public SettableClock(Instant start) {
    now = start;
  }

  public synchronized void set(Instant instant) {
    now = instant;
  }

  /** From now on shows the machine's time, and goes on with it. */
  public synchronized void followReal() {
    follows = true;
  }

  public synchronized void advance(Duration by) {
    now = now.plus(by);
  }

  @Override
  public Instant instant() {
    return follows ? REAL.instant() : now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    if (zone.equals(ZoneOffset.UTC)) {
      return this;
    }
    throw new UnsupportedOperationException("this clock knows UTC only; convert when displaying");
  }
}
