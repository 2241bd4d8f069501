package io.safehand.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words that start a server as a child of this process, in the person's language. */
final class ServerCommand {
  private final List<String> words = new ArrayList<>();

  ServerCommand() {
    Locale locale = Locale.getDefault();
    words.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g",
        "-Xmn340m", "-XX:+UseSerialGC", "-XX:+DisableAttachMechanism", "--enable-native-access=ALL-UNNAMED",
        "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", "-Duser.language=" + locale.getLanguage(),
        "-Duser.country=" + locale.getCountry(), "-jar",
        System.getProperty("safehand.server.jar", "server.jar")));
  }

  ServerCommand with(String setting, Object value) {
    words.add("--" + setting + "=" + value);
    return this;
  }

  /** No file of the folder we happen to be started in. */
  ServerCommand withSettingsOf(String file) {
    return with("spring.config.location", "classpath:/application.properties," + file);
  }

  /** Unless somebody looks for a fault, only what is said to the person is on the terminal. */
  ServerCommand withoutALog() {
    return with("logging.threshold.console", debug() ? "trace" : "off");
  }

  /** Unless somebody looks for a fault, the server's log has classes, places and our own words alone. */
  ServerCommand withoutValuesInTheLog() {
    return debug() ? this : with("logging.structured.format.console", "io.safehand.server.start.LogLine");
  }

  List<String> words() {
    return List.copyOf(words);
  }

  private static boolean debug() {
    return System.getenv("SAFEHAND_DEBUG") != null;
  }
}
