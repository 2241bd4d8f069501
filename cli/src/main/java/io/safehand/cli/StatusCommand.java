package io.safehand.cli;

import io.safehand.core.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code safehand status}: how the server of a data folder is. 0 it runs and is well, 1 not. */
@Command(name = "status")
final class StatusCommand implements Callable<Integer> {
  @Option(names = "--data", paramLabel = "DIR")
  @Nullable
  Path data;

  @Option(names = "--json")
  boolean json;

  @Spec
  CommandSpec spec = CommandSpec.create();

  private final Texts texts;

  StatusCommand(Texts texts) {
    this.texts = texts;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    DataPlace place = DataPlace.of(data);
    Optional<RunningServer> server = RunningServer.on(place);
    PrintWriter out = spec.commandLine().getOut();
    if (server.isEmpty()) {
      out.println(json
          ? Json.object().with("running", false).pretty().strip()
          : texts.text("status.none", place.path()));
      return ExitCode.BAD.number();
    }
    Json.Object answer = server.get().ask("status", new byte[0]);
    out.println(json ? asJson(server.get(), answer) : line(server.get(), answer));
    return RunningServer.member(answer, "health").equals("UP")
        ? ExitCode.GOOD.number()
        : ExitCode.BAD.number();
  }

  private static String asJson(RunningServer server, Json.Object answer) {
    return Json.object()
        .with("running", true)
        .with("address", server.address())
        .with("state", RunningServer.member(answer, "state"))
        .with("health", RunningServer.member(answer, "health"))
        .with("version", RunningServer.member(answer, "version"))
        .with("pid", server.note().number("pid"))
        .pretty()
        .strip();
  }

  private String line(RunningServer server, Json.Object answer) {
    return texts.text("status.running", server.address(),
        texts.textOr("status.state." + RunningServer.member(answer, "state"),
            RunningServer.member(answer, "state")),
        RunningServer.member(answer, "health"), RunningServer.member(answer, "version"),
        String.valueOf(server.note().number("pid")));
  }
}
