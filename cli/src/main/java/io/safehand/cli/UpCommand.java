package io.safehand.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code safehand up}: runs a server until it is told to stop. Ends with the server's exit code. */
@Command(name = "up")
final class UpCommand implements Callable<Integer> {
  @Option(names = "--data", paramLabel = "DIR")
  @Nullable
  Path data;

  @Option(names = "--port", paramLabel = "N")
  @Nullable
  Integer port;

  @Option(names = "--host", paramLabel = "H")
  @Nullable
  String host;

  @Option(names = "--tls", paramLabel = "off|self-signed|FILE.p12")
  @Nullable
  String tls;

  @Option(names = "--tls-password-file", paramLabel = "F")
  @Nullable
  Path tlsPasswordFile;

  @Option(names = "--database", paramLabel = "URL")
  @Nullable
  String database;

  @Option(names = "--unseal", paramLabel = "S0|S1")
  @Nullable
  Mode unseal;

  @Option(names = "--passphrase-file", paramLabel = "F")
  @Nullable
  Path passphraseFile;

  @Option(names = "--config", paramLabel = "FILE")
  @Nullable
  Path config;

  @Spec
  CommandSpec spec = CommandSpec.create();

  private final Texts texts;

  UpCommand(Texts texts) {
    this.texts = texts;
  }

  /** How the keys are sealed. */
  enum Mode {
    S0, S1
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    refuseUnfit();
    return new ServerProcess(command(DataPlace.of(data)), this::tellStopped).with(secrets()).run();
  }

  private void refuseUnfit() {
    new PagesPort(Optional.ofNullable(port)).refuseUnfit();
    if (passphraseFile != null) {
      new GivenFile(passphraseFile).refuseUnlessOrdinary();
    }
    if (tlsPasswordFile != null) {
      new GivenFile(tlsPasswordFile).refuseUnlessOrdinary();
    }
    if (config != null) {
      new GivenFile(config).refuseUnlessOrdinary();
    }
    if (isFile()) {
      new GivenFile(Path.of(String.valueOf(tls))).refuseUnlessOrdinary();
    }
  }

  private boolean isFile() {
    return tls != null && !tls.equals("off") && !tls.equals("self-signed");
  }

  /** A password is asked for at the terminal, and handed on where no other user sees it. */
  private Map<String, String> secrets() {
    boolean known = tlsPasswordFile != null || System.getenv("SAFEHAND_TLS_PASSWORD") != null;
    if (!isFile() || known) {
      return Map.of();
    }
    return Map.of("SAFEHAND_TLS_PASSWORD", new String(Secret.asked(texts.text("up.tls-password"))));
  }

  private ServerCommand command(DataPlace place) {
    ServerCommand command = new ServerCommand().withoutValuesInTheLog()
        .with("safehand.data", place.path())
        .withSettingsOf(config == null ? place.settings() : "file:" + config.toAbsolutePath());
    with(command, "server.port", port);
    with(command, "server.address", host);
    with(command, "safehand.tls.certificate", isFile() ? Path.of(String.valueOf(tls)).toAbsolutePath() : tls);
    with(command, "safehand.tls.password-file", absolute(tlsPasswordFile));
    with(command, "safehand.database.url", database);
    with(command, "safehand.unseal.mode", unseal);
    with(command, "safehand.unseal.passphrase-file", absolute(passphraseFile));
    return command;
  }

  private static @Nullable Path absolute(@Nullable Path path) {
    return path == null ? null : path.toAbsolutePath();
  }

  private static void with(ServerCommand command, String setting, @Nullable Object value) {
    if (value != null) {
      command.with(setting, value);
    }
  }

  private void tellStopped() {
    spec.commandLine().getErr().println("safehand: " + texts.text("up.stopped"));
    spec.commandLine().getErr().flush();
  }
}
