package io.safehand.core.person;

/** The name of a field in the inventory: a lower-case letter, then up to 62 letters, digits or underscores. */
public record FieldName(String text) implements Comparable<FieldName> {
  public FieldName {
    if (!CodeWord.is(text, 63, '_')) {
      throw new IllegalArgumentException("a field name is [a-z][a-z0-9_]{0,62}");
    }
  }

  @Override
  public int compareTo(FieldName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
