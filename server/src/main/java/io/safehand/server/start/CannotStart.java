package io.safehand.server.start;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.boot.ExitCodeGenerator;

/**
 * The server cannot start, for a reason its operator can act on: what happened, what is safe, what to do, as one line
 * of the bundle in the operator's language. The message is that line in English. It quotes no secret and no personal
 * data.
 */
public final class CannotStart extends RuntimeException implements ExitCodeGenerator {
  private static final long serialVersionUID = 1;

  private final ExitCode code;
  private final String key;
  private final String[] places;

  public CannotStart(ExitCode code, String key, Object... places) {
    super(line(Locale.ENGLISH, key, places));
    this.code = code;
    this.key = key;
    this.places = Stream.of(places).map(String::valueOf).toArray(String[]::new);
  }

  /** Keeps what it came from, for those who look for a fault. */
  public CannotStart because(Throwable cause) {
    initCause(cause);
    return this;
  }

  public ExitCode code() {
    return code;
  }

  /** The line for the operator. */
  public String line(Locale locale) {
    return line(locale, key, Arrays.copyOf(places, places.length, Object[].class));
  }

  private static String line(Locale locale, String key, Object... places) {
    return Words.beside(CannotStart.class, locale).text(key, places);
  }

  @Override
  public int getExitCode() {
    return code.number();
  }
}
