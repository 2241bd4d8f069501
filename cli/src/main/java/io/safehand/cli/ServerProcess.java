package io.safehand.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server as a child of this process: it shares the terminal, and ends when this process is told to end. */
final class ServerProcess {
  private static final long GRACE_SECONDS = 60;
  private final List<String> command;
  private final Runnable whenStopped;

  /** @param whenStopped what to say when we were told to end and the server has ended */
  ServerProcess(List<String> command, Runnable whenStopped) {
    this.command = List.copyOf(command);
    this.whenStopped = whenStopped;
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

  private void stop(Process server) {
    server.destroy();
    try {
      if (!server.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        server.destroyForcibly().waitFor();
      }
      whenStopped.run();
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }
}
