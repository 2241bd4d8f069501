package io.safehand.cli;

import io.safehand.core.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code safehand backup}: lets the running server of a data folder write a backup. */
@Command(name = "backup")
final class BackupCommand implements Callable<Integer> {
  private static final long BYTES_PER_MIB = 1 << 20;

  @Option(names = "--data", paramLabel = "DIR")
  @Nullable
  Path data;

  @Option(names = "--to", paramLabel = "FOLDER", required = true)
  Path to = Path.of("");

  @Spec
  CommandSpec spec = CommandSpec.create();

  private final Texts texts;

  BackupCommand(Texts texts) {
    this.texts = texts;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    RunningServer server = RunningServer.required(DataPlace.of(data));
    Path folder = to.toAbsolutePath().normalize();
    Json.Object answer = server.tell("backup", folder.toString().getBytes(StandardCharsets.UTF_8),
        spec.commandLine().getErr());
    if (answer.has("name")) {
      spec.commandLine()
          .getOut()
          .println(texts.text("backup.done", folder, RunningServer.member(answer, "name"),
              String.valueOf(answer.number("bytes") / BYTES_PER_MIB)));
    }
    return (int) answer.number("exit");
  }
}
