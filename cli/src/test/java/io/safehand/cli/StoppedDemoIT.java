package io.safehand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The real command with its real server, stopped from outside while it imports, and started again. */
@Execution(ExecutionMode.CONCURRENT)
class StoppedDemoIT {
  private static final Path SERVER = Path.of("..", "server", "target").toAbsolutePath().normalize();

  @TempDir
  Path folder;

  @Test
  @Timeout(180)
  void ctrlCLeavesNothingHalfDoneAndTheSameCommandGoesOn() throws Exception {
    Process first = start();
    untilImporting(first);
    signal("INT", first);
    assertThat(first.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(first.exitValue()).isEqualTo(130);
    assertThat(said()).filteredOn(line -> line.startsWith("safehand:"))
        .singleElement()
        .satisfies(line -> assertThat(line).contains("nothing is half done", "goes on where it stopped"));
    nothingElseOnTheTerminal();
    assertThat(databases()).isZero();

    Process second = start();
    assertThat(second.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(said()).as("%s", said()).anyMatch(line -> line.startsWith("going on with the import"));
    assertThat(second.exitValue()).isZero();
    assertThat(Files.readString(folder.resolve("out").resolve("summary.json"))).contains("\"imported\": 19");
    assertThat(databases()).isZero();
  }

  @Test
  @Timeout(120)
  void aDatabaseThatDiesIsOneLineAndItsCode() throws Exception {
    Process demo = start();
    untilImporting(demo);
    Path pid = folder.resolve("data/postgresql/cluster/postmaster.pid");
    ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst())).orElseThrow().destroyForcibly();
    assertThat(demo.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(demo.exitValue()).isEqualTo(69);
    assertThat(said()).filteredOn(line -> line.startsWith("safehand:"))
        .singleElement()
        .satisfies(line -> assertThat(line).contains("database", "is kept", "Start again"));
    nothingElseOnTheTerminal();
  }

  private Process start() throws IOException {
    return new ProcessBuilder(List.of("setsid",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Duser.language=en", "-cp",
        System.getProperty("java.class.path"),
        "-Dsafehand.home=" + Path.of("..").toAbsolutePath().normalize(), "-Dsafehand.server.jar=" + server(),
        Safehand.class.getName(), "demo", "--headless", "--customers", "20000", "--data",
        folder.resolve("data").toString(), "--out", folder.resolve("out").toString()))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said").toFile())
        .start();
  }

  static Path server() throws IOException {
    try (Stream<Path> jars = Files.list(SERVER)) {
      return jars.filter(jar -> jar.toString().endsWith("-exec.jar"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("build the server first: ./mvnw package -pl core,server"));
    }
  }

  /** The note is written when the import begins. */
  private void untilImporting(Process demo) throws Exception {
    Path data = Files.createDirectories(folder.resolve("data"));
    try (WatchService watch = data.getFileSystem().newWatchService()) {
      data.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      while (demo.isAlive() && !Files.exists(data.resolve(".safehand-unfinished"))) {
        Optional.ofNullable(watch.poll(1, TimeUnit.SECONDS)).ifPresent(WatchKey::reset);
      }
    }
    assertThat(data.resolve(".safehand-unfinished")).exists();
  }

  /** To the command and its server at once, as a terminal does. */
  private static void signal(String name, Process to) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + name, "--", "-" + to.pid()).start().waitFor()).isZero();
  }

  private void nothingElseOnTheTerminal() throws IOException {
    assertThat(said())
        .noneMatch(line -> line.startsWith("\tat ") || line.contains(" WARN ") || line.contains(" ERROR "));
  }

  private List<String> said() throws IOException {
    return Files.readAllLines(folder.resolve("said"));
  }

  private long databases() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(folder + "/data/postgresql"))
        .count();
  }
}
