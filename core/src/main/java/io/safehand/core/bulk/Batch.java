package io.safehand.core.bulk;

import java.util.List;

/**
 * Rows that are done together.
 *
 * @param number counts the batches of a run from 0, in the order of the source
 * @param <R> the row
 */
public record Batch<R>(long number, List<R> rows) {
  public Batch {
    rows = List.copyOf(rows);
  }
}
