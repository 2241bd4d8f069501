package io.safehand.core.person;

/**
 * A value about a person. It prints as {@code •••} wherever it is printed, logged or concatenated.
 *
 * <p>{@link #exposed()} is the only way to the value, so every exposure can be searched for.
 */
public final class PersonalText {
  private static final PersonalText EMPTY = new PersonalText("");
  private final String value;

  private PersonalText(String value) {
    this.value = value;
  }

  public static PersonalText of(String value) {
    return value.isEmpty() ? EMPTY : new PersonalText(value);
  }

  public boolean isEmpty() {
    return value.isEmpty();
  }

  /** The value in clear. Never pass it to a log, a message, an exception or a URL. */
  public String exposed() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PersonalText text && text.value.equals(value);
  }

  /** Constant: a hash of a short value would give the value back by guessing. */
  @Override
  public int hashCode() {
    return 0x5afe;
  }

  @Override
  public String toString() {
    return "•••";
  }
}
