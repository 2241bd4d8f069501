package io.safehand.core.bulk;

import java.util.List;

/**
 * One worker's act on one batch. A batch is done as a whole or not at all; each worker has its own instance.
 *
 * @param <R> the row
 */
@FunctionalInterface
public interface BatchAct<R> {
  /** The results in the order of the rows. An exception stops the whole run; earlier batches stay done. */
  List<RowResult> act(Batch<R> batch) throws Exception;
}
