package io.safehand.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code safehand demo}: starts a server of its own on an empty folder and lets it walk a whole transfer. Ends with the
 * server's exit code.
 */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
  /** How far back the demonstration begins, so that its dates lie in the past when it ends. */
  private static final Duration BACK = Duration.ofDays(120);

  private static final long MOST_CUSTOMERS = 9_999_999;

  @Option(names = "--deal", paramLabel = "merger|equity")
  Deal deal = Deal.merger;

  @Option(names = "--customers", paramLabel = "N")
  @Nullable
  Long customers;

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

  @Option(names = "--port", paramLabel = "N")
  @Nullable
  Integer port;

  @Spec
  CommandSpec spec = CommandSpec.create();

  private final Texts texts;
  private final Clock clock = Clock.systemUTC();

  DemoCommand(Texts texts) {
    this.texts = texts;
  }

  /** The deals that can be shown. */
  enum Deal {
    merger, equity
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    refuseContradictions();
    if (input != null && inventory != null) {
      new DemoInput(input, inventory).refuseUnfit(dropUndeclared);
    }
    int pages = new PagesPort(Optional.ofNullable(port)).forDemo(headless, texts,
        spec.commandLine().getErr());
    Path demo = home().resolve("target").resolve("demo");
    try (DemoFolder dataFolder = DemoFolder.open(Optional.ofNullable(data).orElse(demo.resolve("data")));
        DemoFolder outFolder = DemoFolder.open(Optional.ofNullable(out).orElse(demo.resolve("out")))) {
      String request = request();
      if (!dataFolder.holdsUnfinished(request)) {
        dataFolder.empty();
      }
      outFolder.empty();
      return new ServerProcess(
          command(dataFolder.path(), outFolder.path(), request).with("server.port", pages),
          () -> tellStopped(dataFolder, outFolder, request)).run();
    }
  }

  private void refuseContradictions() {
    new PagesPort(Optional.ofNullable(port)).refuseUnfit();
    boolean both = input != null && customers != null;
    if (both || (input == null) != (inventory == null) || (input == null && dropUndeclared)) {
      throw new Refused(ExitCode.USAGE, "demo.contradiction");
    }
    if (customers != null && (customers < 1 || customers > MOST_CUSTOMERS)) {
      throw new Refused(ExitCode.USAGE, "demo.customers", String.valueOf(MOST_CUSTOMERS));
    }
    if (data != null && out != null && isInside(data, out)) {
      throw new Refused(ExitCode.USAGE, "demo.same-folder");
    }
  }

  /** Whether one lies in the other: each is emptied by itself. */
  private static boolean isInside(Path one, Path other) {
    Path first = one.toAbsolutePath().normalize();
    Path second = other.toAbsolutePath().normalize();
    return first.startsWith(second) || second.startsWith(first);
  }

  private String request() throws IOException {
    DemoRequest request = new DemoRequest().with(deal).with(String.valueOf(customers)).with(dropUndeclared);
    return input != null && inventory != null
        ? request.with(input).with(inventory).mark()
        : request.with(home().resolve("samples").resolve("customers.csv")).mark();
  }

  private void tellStopped(DemoFolder dataFolder, DemoFolder outFolder, String request) {
    boolean finished = Files.exists(outFolder.path().resolve("summary.json"));
    String unfinished = dataFolder.holdsUnfinished(request) ? "demo.stopped.resumes" : "demo.stopped";
    String key = finished ? "demo.over" : unfinished;
    spec.commandLine().getErr().println("safehand: " + texts.text(key));
    spec.commandLine().getErr().flush();
  }

  private static Path home() {
    return Path.of(System.getProperty("safehand.home", "."));
  }

  private ServerCommand command(Path dataFolder, Path outFolder, String request) {
    ServerCommand command = new ServerCommand().withoutALog()
        .with("safehand.data", dataFolder)
        .with("safehand.unseal.mode", "S0")
        .with("safehand.mail.sink", true)
        .with("safehand.clock", "settable")
        .with("safehand.clock-start", clock.instant().minus(BACK).truncatedTo(ChronoUnit.MICROS))
        .with("safehand.demo.deal", deal)
        .with("safehand.demo.request", request)
        .with("safehand.demo.out", outFolder)
        .with("safehand.demo.samples", home().resolve("samples"))
        .with("safehand.demo.customers", customers == null ? 0 : customers)
        .with("safehand.demo.drop-undeclared", dropUndeclared)
        .with("safehand.demo.headless", headless);
    if (input != null && inventory != null) {
      command.with("safehand.demo.input", input.toAbsolutePath())
          .with("safehand.demo.inventory", inventory.toAbsolutePath());
    }
    return command;
  }
}
