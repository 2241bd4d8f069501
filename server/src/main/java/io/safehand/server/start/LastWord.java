package io.safehand.server.start;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The one line with which this process ends before it is done. Whoever comes first is heard; what breaks afterwards
 * because of it, in whatever thread, is not told any more. Safe for many threads.
 */
public final class LastWord {
  private final AtomicBoolean spoken = new AtomicBoolean();

  /** Whether the process is ending, so that a failure seen now is only its consequence. */
  public boolean isSpoken() {
    return spoken.get();
  }

  /** Whoever asked us to end says why. */
  public void leaveToOthers() {
    spoken.set(true);
  }

  /** Says the line unless something was said before. */
  public void say(String line) {
    if (spoken.compareAndSet(false, true)) {
      System.err.println("safehand: " + line);
    }
  }

  /** Says why, and ends the process from a thread of its own, so that the caller can let go of what it holds. */
  void end(CannotStart why) {
    if (!isSpoken()) {
      say(why.line(Locale.getDefault()));
      Thread.ofPlatform().name("last-word").start(() -> System.exit(why.getExitCode()));
    }
  }
}
