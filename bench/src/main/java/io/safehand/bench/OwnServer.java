package io.safehand.bench;

import io.safehand.server.SafehandServer;
import io.safehand.server.start.Starting;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The server in a process of its own with the flags of {@code safehand up}, from its class path. */
final class OwnServer implements AutoCloseable {
  private static final List<String> FLAGS = List.of("-Xmx1g", "-Xmn340m", "-XX:+UseSerialGC",
      "--enable-native-access=ALL-UNNAMED", "-Duser.language=en");
  private static final Pattern READY = Pattern.compile("http://[^:]+:([0-9]+)");
  private static final Pattern HEAP = Pattern
      .compile("(?m)^jvm_memory_used_bytes\\{area=\"heap\"[^}]*} ([0-9.E]+)$");
  private static final double MEGA = 1 << 20;

  private final Process process;
  private final Caller caller;
  private final double seconds;

  private OwnServer(Process process, Caller caller, double seconds) {
    this.process = process;
    this.caller = caller;
    this.seconds = seconds;
  }

  /** Comes back when the first page was answered. */
  static OwnServer start(Path data) throws IOException, InterruptedException {
    List<String> words = Stream
        .of(Stream.of(java("java")), FLAGS.stream(), Stream.of("-cp", System.getProperty("java.class.path"),
            Main.class.getName(), "--server.port=0", "--safehand.unseal.mode=S0", "--safehand.data=" + data))
        .flatMap(part -> part)
        .toList();
    long start = System.nanoTime();
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    Caller caller = Caller.at(port(process.inputReader()), Map.of());
    caller.get("/sign-in");
    return new OwnServer(process, caller, (System.nanoTime() - start) / 1e9);
  }

  private static int port(BufferedReader said) throws IOException {
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      Matcher ready = READY.matcher(line);
      if (ready.find()) {
        return Integer.parseInt(ready.group(1));
      }
    }
    throw new IOException("the server did not start");
  }

  double seconds() {
    return seconds;
  }

  void collectGarbage() throws IOException, InterruptedException {
    new ProcessBuilder(java("jcmd"), String.valueOf(process.pid()), "GC.run")
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  double heapMegabytes() throws IOException, InterruptedException {
    return HEAP.matcher(caller.get("/actuator/prometheus"))
        .results()
        .mapToDouble(found -> Double.parseDouble(found.group(1)))
        .sum() / MEGA;
  }

  /** What is in memory of the server alone. */
  double megabytes() throws IOException {
    return resident(process.toHandle());
  }

  /** The same with its database; what processes share is counted once. */
  double megabytesWithDatabase() throws IOException {
    double all = megabytes();
    for (ProcessHandle part : process.descendants().toList()) {
      all += resident(part);
    }
    return all;
  }

  private static double resident(ProcessHandle of) throws IOException {
    Path rollup = Path.of("/proc", String.valueOf(of.pid()), "smaps_rollup");
    for (String line : Files.readAllLines(rollup)) {
      if (line.startsWith("Pss:")) {
        return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
      }
    }
    throw new IOException("the system does not say what is in memory");
  }

  private static String java(String program) {
    return Path.of(System.getProperty("java.home"), "bin", program).toString();
  }

  @Override
  public void close() throws IOException {
    process.toHandle().destroy();
    process.onExit().join();
  }

  /** The process. */
  static final class Main {
    public static void main(String[] arguments) {
      Starting.run(SafehandServer.class, arguments);
    }
  }
}
