package io.safehand.core.vault;

/** What a key of a person opens, by the number that stands in the key entry. */
public enum KeyKind {
  PERSON(1), DATA(2), GROUP(3);

  private final int number;

  KeyKind(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /** Refuses an unknown number with {@link FormatRefused}. */
  public static KeyKind ofNumber(int number) {
    return switch (number) {
      case 1 -> PERSON;
      case 2 -> DATA;
      case 3 -> GROUP;
      default -> throw new FormatRefused("unknown kind of key " + number);
    };
  }
}
