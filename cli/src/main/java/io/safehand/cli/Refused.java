package io.safehand.cli;

/**
 * A command that ends with one line and a code. The line comes from the bundle under a key, the places never hold a
 * value about a person.
 */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final ExitCode code;
  private final String key;
  private final transient Object[] places;

  Refused(ExitCode code, String key, Object... places) {
    super(key);
    this.code = code;
    this.key = key;
    this.places = places;
  }

  ExitCode code() {
    return code;
  }

  String line(Texts texts) {
    return texts.text(key, places);
  }
}
