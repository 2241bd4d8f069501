package io.safehand.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code safehand stop}: ends the server of a data folder in good order, and waits until it has ended. */
@Command(name = "stop")
final class StopCommand implements Callable<Integer> {
  private static final int LOOKS = 900;
  private static final long LOOK_EVERY_MILLIS = 100;

  @Option(names = "--data", paramLabel = "DIR")
  @Nullable
  Path data;

  @Spec
  CommandSpec spec = CommandSpec.create();

  private final Texts texts;

  StopCommand(Texts texts) {
    this.texts = texts;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    DataPlace place = DataPlace.of(data);
    Optional<RunningServer> server = RunningServer.on(place);
    if (server.isEmpty()) {
      say("stop.none", place);
      return ExitCode.GOOD.number();
    }
    server.get().ask("stop", new byte[0]);
    for (int look = 0; place.isHeld(); look++) {
      if (look == LOOKS) {
        throw new Refused(ExitCode.IN_USE, "stop.still", place.path(),
            String.valueOf(server.get().note().number("pid")));
      }
      Thread.sleep(LOOK_EVERY_MILLIS);
    }
    say("stop.done", place);
    return ExitCode.GOOD.number();
  }

  private void say(String key, DataPlace place) {
    spec.commandLine().getOut().println(texts.text(key, place.path()));
  }
}
