package io.safehand.server.start;

/** The exit codes of the server process; the same numbers as the command line's. */
public enum ExitCode {
  BAD(1),
  DATA(65),
  NO_INPUT(66),
  UNAVAILABLE(69),
  OUR_FAULT(70),
  CANNOT_CREATE(73),
  INPUT_OUTPUT(74),
  IN_USE(75),
  PASSPHRASE(77),
  CONFIGURATION(78);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
