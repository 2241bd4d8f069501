package io.safehand.cli;

import io.safehand.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code safehand export-evidence DEAL --out FILE --server URL}: fetches evidence that verifies offline. */
@Command(name = "export-evidence")
final class ExportEvidenceCommand implements Callable<Integer> {
  private final Texts texts;

  @Parameters(index = "0", paramLabel = "DEAL", descriptionKey = "deal")
  UUID deal = new UUID(0, 0);

  @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "out")
  Path out = Path.of("");

  @Mixin
  Reached reached = new Reached();

  @Spec
  CommandSpec spec = CommandSpec.create();

  ExportEvidenceCommand(Texts texts) {
    this.texts = texts;
  }

  @Override
  public Integer call() throws IOException {
    Path to = out.toAbsolutePath();
    Path folder = to.getParent();
    if (Files.exists(to) || folder == null || !Files.isDirectory(folder)) {
      throw new Refused(ExitCode.CANNOT_CREATE, "remote.out", out);
    }
    reached.connect().download("/api/v1/evidence", Json.object().with("deal", deal.toString()), to);
    spec.commandLine().getOut().println(texts.text("export.done", out));
    return ExitCode.GOOD.number();
  }
}
