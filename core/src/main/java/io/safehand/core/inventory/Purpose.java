package io.safehand.core.inventory;

import java.util.regex.Pattern;

/** A declared purpose of processing, by its code: a lower-case letter, then up to 30 letters, digits or hyphens. */
public record Purpose(String code) implements Comparable<Purpose> {
  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,30}");

  public Purpose {
    if (!SHAPE.matcher(code).matches()) {
      throw new InventoryRefused("a purpose is [a-z][a-z0-9-]{0,30}");
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
