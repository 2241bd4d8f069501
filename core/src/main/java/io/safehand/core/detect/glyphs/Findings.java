package io.safehand.core.detect.glyphs;

import io.safehand.core.person.Category;

/** Takes what a scan finds. */
@FunctionalInterface
public interface Findings {

  /**
   * A value stands in the bytes {@code [start, end)}. Confidence is 0 to 100: 90 and above a check digit or a label
   * confirms the shape, 70 and above shape and context agree, below that a guess.
   */
  void found(Category category, int start, int end, int confidence);
}
