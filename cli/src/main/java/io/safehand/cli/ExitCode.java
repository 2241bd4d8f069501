package io.safehand.cli;

/** What the number means with which a command ends. Scripts rely on them: they never change. */
public enum ExitCode {
  GOOD(0),
  BAD(1),
  CANNOT_JUDGE(2),
  USAGE(64),
  DATA(65),
  NO_INPUT(66),
  UNAVAILABLE(69),
  OUR_FAULT(70),
  CANNOT_CREATE(73),
  INPUT_OUTPUT(74),
  IN_USE(75),
  PASSPHRASE(77),
  CONFIGURATION(78),
  INTERRUPTED(130);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
