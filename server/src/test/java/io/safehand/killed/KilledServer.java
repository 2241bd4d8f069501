package io.safehand.killed;

import io.safehand.server.SafehandServer;
import io.safehand.server.start.Starting;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A whole server in a process of its own, with its own database, doing {@link KilledWork}; and whoever watches it. */
final class KilledServer {
  private static final long LONGEST_SECONDS = 180;
  private final Process process;
  private final BufferedReader output;
  private final List<String> said = new ArrayList<>();

  private KilledServer(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  /** The process. */
  static final class Victim {
    public static void main(String[] arguments) {
      Starting.run(SafehandServer.class, arguments);
    }
  }

  /** @param wrapper words before the command, such as those of strace */
  static KilledServer start(List<String> wrapper, Path folder, String act, String... more)
      throws IOException {
    return start(List.of(KilledWork.class, PromiseCheck.class), wrapper, folder, act, more);
  }

  /** @param work what it does until it is killed */
  static KilledServer start(List<Class<?>> work, List<String> wrapper, Path folder, String act,
      String... more) throws IOException {
    List<String> words = new ArrayList<>(wrapper);
    words.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
        System.getProperty("java.class.path"), Victim.class.getName(),
        "--spring.main.sources=" + work.stream().map(Class::getName).collect(Collectors.joining(",")),
        "--server.port=0", "--safehand.unseal.mode=S0", "--safehand.data=" + folder.resolve("data"),
        "--killed.act=" + act, "--killed.promises=" + folder.resolve("promises"),
        "--killed.file=" + folder.resolve("customers.csv"),
        "--killed.inventory=" + Path.of("..", "samples", "customers.inventory.yaml").toAbsolutePath()));
    words.addAll(List.of(more));
    return new KilledServer(new ProcessBuilder(words).redirectErrorStream(true).start());
  }

  /** Reads on until so many lines begin like this; false when the server ended or says that it failed. */
  boolean says(String beginning, int times) throws IOException {
    int heard = 0;
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    while (heard < times && System.nanoTime() < end) {
      String line = output.readLine();
      if (line == null) {
        return false;
      }
      said.add(line);
      if (line.startsWith("failed ") && !beginning.startsWith("failed")) {
        return false;
      }
      heard += line.startsWith(beginning) ? 1 : 0;
    }
    return heard == times;
  }

  /** What it promised behind the first line that begins like this. */
  List<String> promisesAfter(String beginning) {
    return said.stream()
        .dropWhile(line -> !line.startsWith(beginning))
        .filter(line -> line.startsWith(Acknowledged.PREFIX))
        .toList();
  }

  /** The port it said it listens on. */
  int port() {
    return said.stream()
        .filter(line -> line.startsWith("listens "))
        .map(line -> Integer.valueOf(line.substring("listens ".length())))
        .findFirst()
        .orElseThrow();
  }

  long pid() {
    return process.pid();
  }

  /** Asks it to end, as an operator would, and reads what it had said by then. */
  void stop() throws IOException {
    process.toHandle().destroy();
    hearTheRest();
  }

  /** Kills it, and reads what it had said by then. */
  void kill() throws IOException {
    process.toHandle().destroyForcibly(); // not by the process itself, which would close its output
    hearTheRest();
  }

  int hearTheRest() throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.add(line);
    }
    return process.onExit().join().exitValue();
  }

  /** Adds the promises to those that the next start is held to. */
  void keepPromises(Path folder) throws IOException {
    Path file = folder.resolve("promises");
    List<String> all = new ArrayList<>(Files.readAllLines(file));
    said.stream().filter(line -> line.startsWith(Acknowledged.PREFIX)).forEach(all::add);
    Files.write(file, all);
  }

  /** What it said besides promises. */
  List<String> words() {
    return said.stream().filter(line -> !line.startsWith(Acknowledged.PREFIX)).toList();
  }
}
