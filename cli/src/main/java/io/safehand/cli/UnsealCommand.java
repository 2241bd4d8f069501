package io.safehand.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code safehand unseal}: brings the passphrase to the running server of a data folder. */
@Command(name = "unseal")
final class UnsealCommand implements Callable<Integer> {
  @Option(names = "--data", paramLabel = "DIR")
  @Nullable
  Path data;

  @Option(names = "--passphrase-file", paramLabel = "F")
  @Nullable
  Path passphraseFile;

  @Spec
  CommandSpec spec = CommandSpec.create();

  private final Texts texts;

  UnsealCommand(Texts texts) {
    this.texts = texts;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    RunningServer server = RunningServer.required(DataPlace.of(data));
    byte[] passphrase = Secret.from(passphraseFile, texts.text("unseal.passphrase"));
    int code = (int) server.tell("unseal", passphrase, spec.commandLine().getErr()).number("exit");
    Arrays.fill(passphrase, (byte) 0);
    if (code == ExitCode.GOOD.number()) {
      spec.commandLine().getOut().println(texts.text("unseal.done", server.address()));
    }
    return code;
  }
}
