package io.safehand.core.detect.sheet;

import java.util.List;

/**
 * What one sheet holds, without any value.
 *
 * @param choice the rows of names as they were found
 * @param rows with anything in them, below the names
 * @param hiddenRows how many of those are hidden from whoever looks at the file; they are read like the others
 */
public record SheetSurvey(SheetChoice choice, List<String> columns, long rows, long hiddenRows,
    int hiddenColumns) {
  public SheetSurvey {
    columns = List.copyOf(columns);
  }
}
