package io.safehand.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The real command line in a process of its own, which runs a server until the test is over. */
final class LiveServer implements AutoCloseable {
  private final Process process;
  private final List<String> said = new ArrayList<>();

  private LiveServer(Process process) {
    this.process = process;
  }

  /** Returns when it is ready. */
  static LiveServer ready(String... command) throws IOException {
    LiveServer server = new LiveServer(begun(command));
    BufferedReader lines = server.process.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      server.said.add(line);
      if (line.contains("ready at")) {
        Thread.ofVirtual().start(() -> lines.lines().forEach(later -> {}));
        return server;
      }
    }
    server.close();
    throw new AssertionError("never ready: " + server.said);
  }

  /** Runs to its end. */
  static Ran ran(String... command) throws IOException, InterruptedException {
    Process process = begun(command);
    String all = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), all, all);
  }

  private static Process begun(String... command) throws IOException {
    List<String> words = new ArrayList<>(
        List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Duser.language=en",
            "-cp", System.getProperty("java.class.path"),
            "-Dsafehand.home=" + Path.of("..").toAbsolutePath().normalize(),
            "-Dsafehand.server.jar=" + StoppedDemoIT.server(), Safehand.class.getName()));
    words.addAll(List.of(command));
    return new ProcessBuilder(words).redirectErrorStream(true).start();
  }

  List<String> said() {
    return List.copyOf(said);
  }

  /** Where its pages are. */
  String address() {
    return said.getLast().replaceFirst(".*ready at ", "").strip();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.onExit().join();
  }
}
