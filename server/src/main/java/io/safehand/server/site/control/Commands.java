package io.safehand.server.site.control;

import io.safehand.core.json.Json;
import io.safehand.server.base.keys.FirstStart;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.keys.UnsealRefusal;
import io.safehand.server.start.Backups;
import io.safehand.server.start.Breakage;
import io.safehand.server.start.CannotStart;
import io.safehand.server.start.ExitCode;
import io.safehand.server.start.LastWord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.stereotype.Component;

/** What each command does. Every answer has the exit code of the command and, where it failed, a line for the person. */
@Component
final class Commands {
  private static final String VERSION = Optional
      .ofNullable(Commands.class.getPackage().getImplementationVersion())
      .orElse("development");

  private final Keys keys;
  private final FirstStart firstStart;
  private final HealthEndpoint health;
  private final Backups backups;
  private final LastWord lastWord;

  Commands(Keys keys, FirstStart firstStart, HealthEndpoint health, Backups backups, LastWord lastWord) {
    this.keys = keys;
    this.firstStart = firstStart;
    this.health = health;
    this.backups = backups;
    this.lastWord = lastWord;
  }

  /** Empty where there is no such command. */
  Optional<Json.Object> run(String command, byte[] given, Locale locale) {
    return switch (command) {
      case "status" -> Optional.of(status());
      case "unseal" -> Optional.of(unseal(given, locale));
      case "backup" -> Optional.of(backup(given, locale));
      case "stop" -> Optional.of(stop());
      default -> Optional.empty();
    };
  }

  private Json.Object status() {
    return good().with("state", state())
        .with("version", VERSION)
        .with("health", String.valueOf(health.health().getStatus().getCode()));
  }

  private String state() {
    if (keys.isOpen()) {
      return "open";
    }
    return firstStart.isNeeded() ? "new" : "sealed";
  }

  /** @param given the passphrase in UTF-8; overwritten */
  private Json.Object unseal(byte[] given, Locale locale) {
    if (firstStart.isNeeded()) {
      return failed(new CannotStart(ExitCode.CONFIGURATION, "unseal.first-start"), locale);
    }
    CharBuffer passphrase = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(given));
    try {
      char[] letters = Arrays.copyOf(passphrase.array(), passphrase.limit());
      keys.unseal(letters);
      Arrays.fill(letters, ' ');
      return good();
    } catch (RuntimeException failure) {
      return UnsealRefusal.of(failure)
          .or(() -> new Breakage().of(failure))
          .map(why -> failed(why, locale))
          .orElseThrow(() -> failure);
    } finally {
      Arrays.fill(given, (byte) 0);
      Arrays.fill(passphrase.array(), ' ');
    }
  }

  /** @param given the path of the folder in UTF-8 */
  private Json.Object backup(byte[] given, Locale locale) {
    if (firstStart.isNeeded()) {
      return failed(new CannotStart(ExitCode.CONFIGURATION, "backup.first-start"), locale);
    }
    try {
      Backups.Backup made = backups
          .write(Path.of(new String(given, StandardCharsets.UTF_8)).toAbsolutePath().normalize());
      return good().with("name", made.name()).with("bytes", made.bytes());
    } catch (IOException | SQLException | RuntimeException failure) {
      return new Breakage().of(failure)
          .map(why -> failed(why, locale))
          .orElseThrow(() -> new IllegalStateException("the backup broke", failure));
    }
  }

  /** Ends from a thread of its own, so that the answer still goes out. */
  private Json.Object stop() {
    lastWord.leaveToOthers();
    Thread.ofPlatform().name("stop").start(() -> System.exit(0));
    return good();
  }

  private static Json.Object good() {
    return Json.object().with("exit", 0);
  }

  private static Json.Object failed(CannotStart why, Locale locale) {
    return Json.object().with("exit", why.code().number()).with("line", why.line(locale));
  }

  /** What is answered when a command broke for a reason of ours; the log says more. */
  static Json.Object broken() {
    return Json.object().with("exit", ExitCode.OUR_FAULT.number());
  }
}
