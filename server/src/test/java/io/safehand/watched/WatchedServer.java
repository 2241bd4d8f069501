package io.safehand.watched;

import io.safehand.server.SafehandServer;
import io.safehand.server.base.access.Role;
import io.safehand.server.browser.Program;
import io.safehand.server.browser.RawVisitor;
import io.safehand.server.start.Starting;
import io.safehand.server.start.TestCluster;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** A server in a process of its own that logs all it can, as it logs in production, and keeps a list of addresses. */
final class WatchedServer implements AutoCloseable {
  private final Path folder;
  private final Process process;
  private final int port;
  private final Map<Role, RawVisitor> visitors = new EnumMap<>(Role.class);
  private final Map<Role, Program> programs = new EnumMap<>(Role.class);

  private WatchedServer(Path folder, Process process, List<String> said) {
    this.folder = folder;
    this.process = process;
    this.port = Integer.parseInt(said.getLast().substring("listens ".length()));
    said.stream().filter(line -> line.startsWith("person ")).map(line -> line.split(" ")).forEach(person -> {
      Role role = Role.valueOf(person[1]);
      visitors.put(role, RawVisitor.with(port, person[2]));
      programs.put(role, Program.withoutKey(port).withKey(person[3]));
    });
  }

  static WatchedServer start() throws IOException {
    Path folder = TestCluster.folder("watched");
    List<String> words = Stream
        .concat(
            Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), Main.class.getName(),
                "--spring.main.sources=" + WatchedWork.class.getName(), "--server.port=0",
                "--safehand.unseal.mode=S0", "--safehand.data=" + TestCluster.folder("watched-data")),
            watching(folder).stream())
        .toList();
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    return new WatchedServer(folder, process, said(process.inputReader()));
  }

  private static List<String> watching(Path folder) {
    return List.of("--logging.level.root=TRACE", "--logging.level.io.safehand=TRACE",
        "--logging.threshold.console=WARN", "--logging.file.name=" + folder.resolve("log"),
        "--logging.structured.format.file=io.safehand.server.start.LogLine",
        "--logging.structured.format.console=io.safehand.server.start.LogLine",
        "--logging.file.total-size-cap=0", "--logging.logback.rollingpolicy.max-file-size=4GB",
        "--server.tomcat.accesslog.enabled=true", "--server.tomcat.accesslog.directory=" + folder,
        "--server.tomcat.accesslog.buffered=false",
        "--server.tomcat.accesslog.pattern=%r %{Referer}i %{Location}o");
  }

  private static List<String> said(BufferedReader output) throws IOException {
    List<String> said = new ArrayList<>();
    while (said.isEmpty() || !said.getLast().startsWith("listens ")) {
      String line = output.readLine();
      if (line == null) {
        throw new AssertionError("the server ended: " + said);
      }
      said.add(line);
    }
    Thread.ofVirtual().start(() -> output.lines().forEach(line -> {}));
    return said;
  }

  /** Where the log and the list of addresses are. */
  Path folder() {
    return folder;
  }

  int port() {
    return port;
  }

  Set<Role> roles() {
    return visitors.keySet();
  }

  RawVisitor visitor(Role role) {
    return Objects.requireNonNull(visitors.get(role));
  }

  Program program(Role role) {
    return Objects.requireNonNull(programs.get(role));
  }

  /** As an operator would end it, so that all is written. */
  @Override
  public void close() {
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
