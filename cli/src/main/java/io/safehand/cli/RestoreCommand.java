package io.safehand.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code safehand restore}: makes an empty folder the data folder that a backup was made of, and ends. */
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {
  private static final String ACCOUNT = "[a-z0-9][a-z0-9._-]{0,63}";

  @Option(names = "--from", paramLabel = "FOLDER", required = true)
  Path from = Path.of("");

  @Option(names = "--copy", paramLabel = "NAME")
  @Nullable
  String copy;

  @Option(names = "--data", paramLabel = "DIR")
  @Nullable
  Path data;

  @Option(names = "--by", paramLabel = "ACCOUNT,ACCOUNT", required = true, split = ",")
  List<String> by = List.of();

  @Option(names = "--passphrase-file", paramLabel = "F", required = true)
  Path passphraseFile = Path.of("");

  @Spec
  CommandSpec spec = CommandSpec.create();

  private final Texts texts;

  RestoreCommand(Texts texts) {
    this.texts = texts;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    DataPlace place = DataPlace.of(data);
    HalfRestored folder = new HalfRestored(place);
    refuseUnfit(folder);
    ServerCommand command = new ServerCommand().withoutALog()
        .with("safehand.data", place.path())
        .withSettingsOf(place.settings())
        .with("server.port", 0)
        .with("safehand.restore-from", from.toAbsolutePath())
        .with("safehand.restore", String.join(",", by))
        .with("safehand.unseal.passphrase-file", passphraseFile.toAbsolutePath());
    if (copy != null) {
      command.with("safehand.restore-copy", copy);
    }
    int code = new ServerProcess(command, () -> tellStopped(folder)).run();
    if (code == ExitCode.GOOD.number()) {
      spec.commandLine().getOut().println(texts.text("restore.done", place.path(), place.path()));
      return code;
    }
    folder.undo();
    if (code == ExitCode.OUR_FAULT.number()) {
      throw new Refused(ExitCode.OUR_FAULT, "restore.fault");
    }
    return code;
  }

  private void refuseUnfit(HalfRestored folder) throws IOException {
    new GivenFile(passphraseFile).refuseUnlessOrdinary();
    boolean accounts = by.stream().allMatch(account -> account.matches(ACCOUNT));
    if (by.size() != 2 || Set.copyOf(by).size() != 2 || !accounts) {
      throw new Refused(ExitCode.USAGE, "restore.two-people");
    }
    if (!Files.isDirectory(from)) {
      throw new Refused(ExitCode.NO_INPUT, "restore.no-folder", from);
    }
    if (!folder.isFit()) {
      throw new Refused(ExitCode.CANNOT_CREATE, "restore.not-empty", folder.place().path());
    }
  }

  private void tellStopped(HalfRestored folder) {
    String key = "restore.stopped";
    try {
      folder.undo();
    } catch (IOException cannot) {
      key = "restore.stopped.half";
    }
    spec.commandLine().getErr().println("safehand: " + texts.text(key));
    spec.commandLine().getErr().flush();
  }
}
