package io.safehand.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code safehand demo}: starts a server of its own on an empty folder and lets it walk a whole transfer. Ends with the
 * server's exit code.
 */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
  /** How far back the demonstration begins, so that its dates lie in the past when it ends. */
  private static final Duration BACK = Duration.ofDays(120);

  @Option(names = "--deal", paramLabel = "merger|equity")
  Deal deal = Deal.merger;

  @Option(names = "--customers", paramLabel = "N")
  long customers;

  @Option(names = "--input", paramLabel = "FILE")
  @Nullable
  Path input;

  @Option(names = "--inventory", paramLabel = "FILE")
  @Nullable
  Path inventory;

  @Option(names = "--drop-undeclared")
  boolean dropUndeclared;

  @Option(names = "--data", paramLabel = "DIR")
  @Nullable
  Path data;

  @Option(names = "--out", paramLabel = "DIR")
  @Nullable
  Path out;

  @Option(names = "--headless")
  boolean headless;

  private final Clock clock = Clock.systemUTC();

  /** The deals that can be shown. */
  enum Deal {
    merger, equity
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    refuseContradictions();
    Path demo = home().resolve("target").resolve("demo");
    Path dataFolder = DemoFolder.prepared(Optional.ofNullable(data).orElse(demo.resolve("data")));
    Path outFolder = DemoFolder.prepared(Optional.ofNullable(out).orElse(demo.resolve("out")));
    return new ServerProcess(command(dataFolder, outFolder)).run();
  }

  private void refuseContradictions() {
    boolean both = input != null && customers > 0;
    if (customers < 0 || both || (input == null) != (inventory == null)) {
      throw new Refused(ExitCode.USAGE, "demo.contradiction");
    }
    for (Path file : Arrays.asList(input, inventory)) {
      if (file != null && !Files.isRegularFile(file)) {
        throw new Refused(ExitCode.NO_INPUT, "file.missing", file);
      }
    }
  }

  private static Path home() {
    return Path.of(System.getProperty("safehand.home", "."));
  }

  private List<String> command(Path dataFolder, Path outFolder) {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-XX:+UseSerialGC",
        "-XX:+DisableAttachMechanism", "--enable-native-access=ALL-UNNAMED", "-Dstdout.encoding=UTF-8",
        "-Dstderr.encoding=UTF-8", "-jar", System.getProperty("safehand.server.jar", "server.jar"),
        "--safehand.data=" + dataFolder, "--safehand.unseal.mode=S0", "--safehand.clock=settable",
        "--safehand.clock-start=" + clock.instant().minus(BACK).truncatedTo(ChronoUnit.MICROS),
        "--safehand.demo.deal=" + deal,
        "--safehand.demo.out=" + outFolder, "--safehand.demo.samples=" + home().resolve("samples"),
        "--safehand.demo.customers=" + customers, "--safehand.demo.drop-undeclared=" + dropUndeclared,
        "--safehand.demo.headless=" + headless));
    if (input != null && inventory != null) {
      command.add("--safehand.demo.input=" + input.toAbsolutePath());
      command.add("--safehand.demo.inventory=" + inventory.toAbsolutePath());
    }
    if (headless) {
      command.add("--server.port=0");
    }
    return command;
  }
}
