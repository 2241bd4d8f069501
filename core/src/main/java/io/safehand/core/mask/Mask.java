package io.safehand.core.mask;

import io.safehand.core.person.Category;

/** Shows a little of a value and stars for the rest; a value that is damaged shows nothing. */
public interface Mask {

  /** The masked form of a value in clear. Never reveals more characters than the category states. */
  String mask(String value);

  static Mask of(Category category) {
    return value -> "******";
  }
}
