package io.safehand.server.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of the system, run to its end with a plain environment. */
record Command(List<String> words) {
  /** No locale, proxy or PG… variable of the caller reaches the database. */
  private static final List<String> KEPT_VARIABLES = List.of("PATH", "HOME", "TMPDIR");
  private static final long LIMIT_SECONDS = 120;

  record Result(int exit, String output) {
    boolean good() {
      return exit == 0;
    }

    /** The first line that says what went wrong. */
    String firstError() {
      return output.lines()
          .filter(line -> line.contains("rror") || line.contains("FATAL"))
          .findFirst()
          .orElseGet(() -> output.lines().findFirst().orElse("exit " + exit));
    }
  }

  static Command of(List<String> prefix, String... words) {
    return new Command(Stream.concat(prefix.stream(), Stream.of(words)).toList());
  }

  /** Whether the system has a program of this name on its path. */
  static boolean exists(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  ProcessBuilder builder() {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(KEPT_VARIABLES);
    environment.put("LC_ALL", "C");
    builder.redirectInput(Path.of("/dev/null").toFile());
    return builder;
  }

  Result run() throws IOException {
    Process process = builder().start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(words.getLast() + " did not end within " + LIMIT_SECONDS + " s");
      }
      return new Result(process.exitValue(), output);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while running " + words.getFirst(), e);
    }
  }
}
