package io.safehand.core.person;

/** The name of a field group, the unit that is sealed, travels and closes together: a lower-case letter, then up to 30 letters, digits or underscores. */
public record GroupName(String text) implements Comparable<GroupName> {
  public GroupName {
    if (!CodeWord.is(text, 31, '_')) {
      throw new IllegalArgumentException("a group name is [a-z][a-z0-9_]{0,30}");
    }
  }

  @Override
  public int compareTo(GroupName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
