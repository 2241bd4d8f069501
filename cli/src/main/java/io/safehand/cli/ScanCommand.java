package io.safehand.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code safehand scan PATH}: where personal information stands in text and CSV files. */
@Command(name = "scan")
final class ScanCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "PATH", descriptionKey = "path")
  Path path = Path.of("");

  @Option(names = "--json")
  boolean json;

  @Override
  public Integer call() {
    return ExitCode.GOOD.number();
  }
}
