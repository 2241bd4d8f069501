package io.safehand.cli;

import io.safehand.core.detect.files.FileScan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code safehand scan PATH}: where personal information stands in text and CSV files. Prints values masked only. What
 * could not be read as text goes to standard error, so that {@code --json} stays one JSON array. A file that was named and
 * could not be read to its end is no input.
 */
@Command(name = "scan")
final class ScanCommand implements Callable<Integer> {
  private final Texts texts;

  @Parameters(index = "0", paramLabel = "PATH", descriptionKey = "path")
  Path path = Path.of("");

  @Option(names = "--json")
  boolean json;

  @Spec
  CommandSpec spec = CommandSpec.create();

  ScanCommand(Texts texts) {
    this.texts = texts;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    long skipped;
    if (json) {
      JsonFindings findings = new JsonFindings(out, err, texts);
      new FileScan().scan(path, findings);
      skipped = findings.end();
    } else {
      CountedFindings findings = new CountedFindings(err, texts);
      new FileScan().scan(path, findings);
      skipped = findings.print(out);
    }
    out.flush();
    boolean nothingRead = skipped > 0 && !Files.isDirectory(path);
    return (nothingRead ? ExitCode.NO_INPUT : ExitCode.GOOD).number();
  }
}
