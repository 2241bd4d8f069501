package io.safehand.server.start;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** One running database process. */
final class Postmaster {
  private static final long LOOK_EVERY_MILLIS = 10;
  private static final int LOOKS = 6_000;

  private final Process process;
  private volatile boolean watched;

  private Postmaster(Process process) {
    this.process = process;
  }

  /**
   * Starts it from a thread that stays until it ends: the kernel tells the child when the thread that started it is
   * gone, and that must mean that this whole process is gone.
   */
  static Postmaster launch(ProcessBuilder builder) throws IOException {
    CompletableFuture<Process> started = new CompletableFuture<>();
    Thread.ofPlatform().name("postgresql").daemon().start(() -> {
      try {
        started.complete(builder.start());
        started.join().waitFor();
      } catch (IOException | InterruptedException e) {
        started.completeExceptionally(e);
      }
    });
    try {
      return new Postmaster(started.join());
    } catch (CompletionException e) {
      throw new IOException("cannot start " + builder.command().getFirst(), e.getCause());
    }
  }

  /** Waits until it takes connections; false when it ended instead. */
  boolean becomesReady(Cluster cluster) throws IOException {
    for (int look = 0; look < LOOKS && process.isAlive(); look++) {
      if (cluster.isReady()) {
        return true;
      }
      Pause.millis(LOOK_EVERY_MILLIS);
    }
    return false;
  }

  /** From now on an end that was not asked for is told, once. */
  void watch(Runnable whenGone) {
    watched = true;
    process.onExit().thenRun(() -> {
      if (watched) {
        whenGone.run();
      }
    });
  }

  void expectEnd() {
    watched = false;
  }
}
