package io.safehand.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A passphrase that a person gives: from a file with one line, or typed without being shown. */
final class Secret {
  private Secret() {}

  /** In UTF-8; the caller overwrites it. */
  static byte[] from(@Nullable Path file, String question) throws IOException {
    if (file != null) {
      new GivenFile(file).refuseUnlessOrdinary();
      return Files.readString(file).strip().getBytes(StandardCharsets.UTF_8);
    }
    char[] typed = asked(question);
    byte[] bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(typed)).array();
    int length = new String(typed).getBytes(StandardCharsets.UTF_8).length;
    Arrays.fill(typed, ' ');
    return Arrays.copyOf(bytes, length);
  }

  /** @throws Refused where nobody can be asked, or nothing was typed */
  static char[] asked(String question) {
    Console console = System.console();
    char[] typed = console != null && console.isTerminal()
        ? console.readPassword("%s", question + " ")
        : null;
    if (typed == null || typed.length == 0) {
      throw new Refused(ExitCode.NO_INPUT, "secret.none");
    }
    return typed;
  }
}
