package io.safehand.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server as a child of this process: it shares the terminal, and ends when this process is told to end. */
final class ServerProcess {
  private static final long GRACE_SECONDS = 60;
  private final List<String> command;
  private final Runnable whenStopped;
  private final Map<String, String> environment;

  /** @param whenStopped what to say when we were told to end and the server has ended */
  ServerProcess(ServerCommand command, Runnable whenStopped) {
    this(command.words(), whenStopped, Map.of());
  }

  private ServerProcess(List<String> command, Runnable whenStopped, Map<String, String> environment) {
    this.command = command;
    this.whenStopped = whenStopped;
    this.environment = environment;
  }

  /** With variables that only the server is to see. */
  ServerProcess with(Map<String, String> variables) {
    return new ServerProcess(command, whenStopped, variables);
  }

  /** Runs it to its end and returns its exit code. */
  int run() throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(endingWithUs()).inheritIO();
    builder.environment().putAll(environment);
    Process server = builder.start();
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

  /** The kernel tells the server when this thread is gone, also after a kill; where it cannot, the server stays. */
  private List<String> endingWithUs() {
    boolean able = Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "setpriv")));
    return able
        ? Stream.concat(Stream.of("setpriv", "--pdeathsig", "TERM", "--"), command.stream()).toList()
        : command;
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
