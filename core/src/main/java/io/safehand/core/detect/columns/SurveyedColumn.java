package io.safehand.core.detect.columns;

import io.safehand.core.person.Category;
import java.util.Map;

/**
 * What a column seems to hold.
 *
 * @param looked rows that were looked at
 * @param filled how many of them had a value
 * @param valid how many values passed every check of the category
 * @param damaged how many values were refused, by reason code
 * @param unique every row has a value and no two are the same
 * @param secret the name says password, card security code or the like, which must not be collected
 */
public record SurveyedColumn(String name, Category category, long looked, long filled, long valid,
    Map<String, Long> damaged, boolean unique, boolean secret) {

  /** Valid values in percent of the filled ones; 0 where there are none. */
  public long share() {
    return filled == 0 ? 0 : valid * 100 / filled;
  }
}
