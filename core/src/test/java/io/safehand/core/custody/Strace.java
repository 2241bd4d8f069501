package io.safehand.core.custody;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The system's strace, which makes real system calls fail. Without it a test is skipped, unless SAFEHAND_REQUIRE names "strace". */
final class Strace {
  private static final List<String> CALLS = List.of("openat", "write", "pwrite64", "fsync", "fdatasync",
      "rename", "unlink", "ftruncate");

  private Strace() {}

  static void require() {
    boolean there = Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "strace")));
    boolean required = List.of(System.getenv().getOrDefault("SAFEHAND_REQUIRE", "").split(","))
        .contains("strace");
    if (!there && required) {
      throw new AssertionError("strace is missing");
    }
    assumeTrue(there, "strace is missing here: no system call can be made to fail");
  }

  /** Runs the work with these rounds to its end, whatever that is; the trace is written to a file. */
  static void run(Path trace, List<String> injections, Path folder, String warmth, List<String> rounds)
      throws IOException {
    List<String> words = new ArrayList<>(List.of("strace", "-f", "-y", "-qq", "-o", trace.toString(), "-e",
        "trace=" + String.join(",", CALLS), "-e", "signal=none"));
    if (injections.stream().noneMatch(injection -> injection.contains("signal="))) {
      words.add("--seccomp-bpf"); // faster, but swallows the signals of strace 6.1
    }
    injections.forEach(injection -> words.addAll(List.of("-e", "inject=" + injection)));
    words.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp",
        System.getProperty("java.class.path"), DiskWorkProcess.class.getName(), folder.toString(), warmth));
    words.addAll(rounds);
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    try {
      process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
      process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw new IOException(e);
    }
  }
}
