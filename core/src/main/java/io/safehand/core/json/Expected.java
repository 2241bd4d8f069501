package io.safehand.core.json;

import java.math.BigDecimal;

/** What a value has to be; refuses what it is not. */
final class Expected {
  private Expected() {}

  static <T extends Json> T type(Class<T> type, Json value, String name, String expected) {
    if (type.isInstance(value)) {
      return type.cast(value);
    }
    throw new JsonRefused(name + " is not " + expected);
  }

  static long whole(Json value, String name) {
    BigDecimal number = type(Json.Number.class, value, name, "a number").value();
    try {
      return number.longValueExact();
    } catch (ArithmeticException notWhole) {
      throw new JsonRefused(name + " is not a whole number of 64 bits");
    }
  }

  /** Text with half a surrogate pair has no UTF-8 form, so it could not be written and read back. */
  static void unicode(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1));
      if (!pair) {
        throw new JsonRefused("half of a surrogate pair");
      }
      i++;
    }
  }
}
