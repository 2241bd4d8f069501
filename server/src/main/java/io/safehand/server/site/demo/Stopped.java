package io.safehand.server.site.demo;

import io.safehand.core.detect.text.DamagedFile;
import io.safehand.core.inventory.InventoryRefused;
import io.safehand.server.custody.records.UndeclaredColumns;
import io.safehand.server.start.Breakage;
import io.safehand.server.start.CannotStart;
import io.safehand.server.start.ExitCode;
import io.safehand.server.start.Words;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why the demonstration stopped: one line, and the exit code. */
record Stopped(ExitCode code, String line) {

  /** @param out where the papers go */
  static Stopped by(Exception failure, Path out, Locale locale) {
    Words words = Words.beside(Stopped.class, locale);
    return switch (failure) {
      case UndeclaredColumns columns -> new Stopped(ExitCode.DATA,
          columns.missing().isEmpty()
              ? words.text("stopped.columns", String.join(", ", columns.undeclared()))
              : words.text("stopped.missing", String.join(", ", columns.missing())));
      case DamagedFile damaged ->
        new Stopped(ExitCode.DATA, words.text("stopped.damaged", where(damaged, words)));
      case InventoryRefused refused ->
        new Stopped(ExitCode.DATA, words.text("stopped.inventory", String.valueOf(refused.getMessage())));
      case CharacterCodingException notText ->
        new Stopped(ExitCode.DATA, words.text("stopped.inventory", words.text("damaged.file.binary")));
      case NoSuchFileException missing ->
        new Stopped(ExitCode.NO_INPUT, words.text("stopped.file", missing.getFile()));
      case NobodyImported nobody -> new Stopped(ExitCode.DATA, nobody(nobody, out, words));
      case StepFailed step ->
        new Stopped(ExitCode.BAD, words.text("stopped.step", String.valueOf(step.getMessage())));
      default -> broken(failure, words, locale);
    };
  }

  private static String where(DamagedFile damaged, Words words) {
    String what = words.code("damaged", damaged.reason());
    return damaged.row().isPresent()
        ? words.text("damaged.row", what, String.valueOf(damaged.row().getAsLong()))
        : what;
  }

  private static String nobody(NobodyImported nobody, Path out, Words words) {
    String reasons = nobody.reasons()
        .entrySet()
        .stream()
        .map(reason -> reason.getKey() + " " + reason.getValue())
        .collect(Collectors.joining(", "));
    return reasons.isEmpty()
        ? words.text("stopped.empty")
        : words.text("stopped.nobody", reasons, out.resolve(RejectedRows.FILE));
  }

  private static Stopped broken(Exception failure, Words words, Locale locale) {
    Optional<CannotStart> known = new Breakage().of(failure);
    return known.map(why -> new Stopped(why.code(), why.line(locale)))
        .orElseGet(() -> new Stopped(ExitCode.OUR_FAULT,
            words.text("stopped.ours", failure.getClass().getSimpleName())));
  }
}
