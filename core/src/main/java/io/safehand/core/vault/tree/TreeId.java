package io.safehand.core.vault.tree;

import java.util.UUID;

/** One key tree of a company: its own people, a received set, or the next tree when one is full. */
public record TreeId(UUID value) implements Comparable<TreeId> {
  public static TreeId parse(String text) {
    return new TreeId(UUID.fromString(text));
  }

  @Override
  public int compareTo(TreeId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
