package io.safehand.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code safehand inspect FILE}: how a CSV file is written, what its columns hold, what an inventory lacks. */
@Command(name = "inspect")
final class InspectCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "file")
  Path file = Path.of("");

  @Option(names = "--inventory", paramLabel = "FILE")
  Optional<Path> inventory = Optional.empty();

  @Option(names = "--write", paramLabel = "FILE")
  Optional<Path> write = Optional.empty();

  @Override
  public Integer call() {
    return ExitCode.GOOD.number();
  }
}
