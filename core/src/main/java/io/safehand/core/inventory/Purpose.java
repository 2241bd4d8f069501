package io.safehand.core.inventory;

import io.safehand.core.person.CodeWord;

/** A declared purpose of processing, by its code: a lower-case letter, then up to 30 letters, digits or hyphens. */
public record Purpose(String code) implements Comparable<Purpose> {
  public Purpose {
    if (!CodeWord.is(code, 31, '-')) {
      throw new InventoryRefused(InventoryRefused.Why.PURPOSE_NAME);
    }
  }

  @Override
  public int compareTo(Purpose other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
