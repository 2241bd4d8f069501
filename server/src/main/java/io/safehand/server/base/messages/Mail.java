package io.safehand.server.base.messages;

/**
 * One mail, by the texts {@code mail.<kind>.subject} and {@code mail.<kind>.body} in Chinese and English.
 *
 * @param values for the places of the body; lines and control characters in them are refused
 */
public record Mail(String kind, String... values) {
  public Mail {
    values = values.clone();
    if (!kind.matches("[a-z][a-z.-]*")) {
      throw new IllegalArgumentException("a kind of mail is a code");
    }
    for (String value : values) {
      if (value.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("a value in a mail is one line");
      }
    }
  }

  @Override
  public String[] values() {
    return values.clone();
  }

  @Override
  public String toString() {
    return kind;
  }
}
