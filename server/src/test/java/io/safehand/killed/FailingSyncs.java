package io.safehand.killed;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** From now on until this is closed, the system tells a running process that no file could be synced (strace). */
final class FailingSyncs implements AutoCloseable {
  private static final String CALLS = "fsync,fdatasync,sync_file_range";
  private static final long LONGEST_SECONDS = 20;
  private final Process strace;
  private final Path trace;

  private FailingSyncs(Process strace, Path trace) {
    this.strace = strace;
    this.trace = trace;
  }

  /** Without strace the test is skipped, unless SAFEHAND_REQUIRE names it. */
  static void require() {
    boolean there = Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "strace")));
    if (!there
        && List.of(System.getenv().getOrDefault("SAFEHAND_REQUIRE", "").split(",")).contains("strace")) {
      throw new AssertionError("strace is missing");
    }
    assumeTrue(there, "strace is missing here: no system call can be made to fail");
  }

  static FailingSyncs of(long pid, Path trace) throws IOException {
    return new FailingSyncs(
        new ProcessBuilder("strace", "-f", "-qq", "-o", trace.toString(), "-e", "trace=" + CALLS, "-e",
            "signal=none", "-e", "inject=" + CALLS + ":error=EIO", "-p", String.valueOf(pid)).inheritIO()
            .start(),
        trace);
  }

  /** Whether a sync has failed by now. */
  boolean happened() throws IOException {
    return Files.exists(trace) && Files.readString(trace).contains("INJECTED");
  }

  /** The process goes on, on a disk that is well again. */
  @Override
  public void close() throws IOException, InterruptedException {
    strace.destroy();
    if (!strace.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      strace.destroyForcibly();
    }
  }
}
