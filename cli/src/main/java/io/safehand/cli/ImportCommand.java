package io.safehand.cli;

import io.safehand.core.inventory.Inventory;
import io.safehand.core.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code safehand import FILE --server URL}: brings a CSV or XLSX file to a server and waits until every row is answered
 * for. A column that nobody declared stops it before anything is taken in, unless it is to be dropped. Prints counts and
 * codes, never a value.
 */
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {
  private static final String IMPORTS = "/api/v1/imports/";
  private static final String ID = "id";
  private static final String NAME = "name";
  private static final String STATE = "state";
  private static final int SECONDS = 2;
  private static final List<String> GOING_ON = List.of("REHEARSING", "RUNNING", "WAITING");

  private final Texts texts;

  @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "file")
  Path file = Path.of("");

  @Option(names = "--inventory", paramLabel = "FILE", descriptionKey = "inventory")
  Optional<Path> inventory = Optional.empty();

  @Option(names = "--dry-run", descriptionKey = "dry-run")
  boolean dryRun;

  @Option(names = "--drop-undeclared", descriptionKey = "drop-undeclared")
  boolean drop;

  @Mixin
  Reached reached = new Reached();

  @Spec
  CommandSpec spec = CommandSpec.create();

  private final BlockingQueue<Boolean> never = new LinkedBlockingQueue<>();

  ImportCommand(Texts texts) {
    this.texts = texts;
  }

  @Override
  public Integer call() throws IOException {
    new GivenFile(file).refuseUnlessOrdinary();
    Optional<Inventory> declared = inventory.isPresent()
        ? Optional.of(new GivenFile(inventory.get()).inventory())
        : Optional.empty();
    RemoteServer server = reached.connect();
    RemoteServer.Sent sent = server.upload("/api/v1/imports", file);
    String path = IMPORTS + sent.job().text(ID);
    Json.Object done = follow(server, path, begun(server, path, declared, sent.isNew()));
    print(done);
    if (dryRun && sent.isNew()) {
      server.delete(path);
    }
    boolean good = dryRun || done.text(STATE).equals("DONE");
    return (good ? ExitCode.GOOD : ExitCode.BAD).number();
  }

  /** What was brought for nothing goes again; what the server had before is left to those who brought it. */
  private Json.Object begun(RemoteServer server, String path, Optional<Inventory> declared, boolean isNew)
      throws IOException {
    try {
      declare(server, path, declared);
      return server.post(path + (dryRun ? "/rehearsal" : "/start"));
    } catch (Refused refused) {
      if (isNew && refused.code() != ExitCode.UNAVAILABLE && refused.code() != ExitCode.INTERRUPTED) {
        server.delete(path);
      }
      throw refused;
    }
  }

  /** Columns that lead nowhere, by the server's inventory or by the one that was given. */
  private void declare(RemoteServer server, String path, Optional<Inventory> declared) throws IOException {
    Json.Object columns = Json.object();
    for (Json.Object column : server.get(path).array("columns").objects()) {
      String name = column.text(NAME);
      boolean known = column.has("to") && declared.map(each -> each.columns().contains(name)).orElse(true);
      columns = known ? columns : columns.with(name, "");
    }
    if (columns.members().isEmpty()) {
      return;
    }
    if (!drop) {
      throw new Refused(ExitCode.DATA, "import.undeclared", String.join(", ", columns.members().keySet()));
    }
    server.put(path + "/columns", Json.object().with("columns", columns));
  }

  private Json.Object follow(RemoteServer server, String path, Json.Object begun) throws IOException {
    Json.Object job = begun;
    while (GOING_ON.contains(job.text(STATE))) {
      rest();
      job = server.get(path);
      spec.commandLine().getErr().println(texts.text("import.progress", job.number("percent")));
    }
    return job;
  }

  private void rest() {
    try {
      never.poll(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Refused(ExitCode.INTERRUPTED, "remote.stopped");
    }
  }

  private void print(Json.Object job) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(texts.text(dryRun ? "import.rehearsed" : "import.done", job.number("imported"),
        job.number("rejected")));
    job.object("rejections")
        .members()
        .forEach((reason, count) -> out.println("  " + new Padded(reason).to(30) + count.asNumber()));
    out.flush();
  }
}
