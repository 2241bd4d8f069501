package io.safehand.core.detect.scan;

import io.safehand.core.person.Category;

/** What a number is, and how sure that is; {@link #NONE} if it is nothing. */
record Shape(Category category, int confidence) {
  static final Shape NONE = new Shape(Category.TEXT, 0);

  boolean found() {
    return category != Category.TEXT;
  }
}
