package io.safehand.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server as a child of this process: it shares the terminal, and ends when this process is told to end. */
final class ServerProcess {
  private static final long GRACE_SECONDS = 30;
  private final List<String> command;

  ServerProcess(List<String> command) {
    this.command = List.copyOf(command);
  }

  /** Runs it to its end and returns its exit code. */
  int run() throws IOException, InterruptedException {
    Process server = new ProcessBuilder(command).inheritIO().start();
    Thread stop = new Thread(() -> stop(server), "stop-server");
    Runtime.getRuntime().addShutdownHook(stop);
    int code = server.waitFor();
    try {
      Runtime.getRuntime().removeShutdownHook(stop);
    } catch (IllegalStateException shuttingDown) {
      return code;
    }
    return code;
  }

  private static void stop(Process server) {
    server.destroy();
    try {
      server.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }
}
