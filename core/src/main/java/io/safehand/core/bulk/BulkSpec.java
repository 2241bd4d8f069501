package io.safehand.core.bulk;

import java.io.Serializable;

/**
 * A piece of bulk work, told so that any runner can do it: here with threads, elsewhere on a cluster.
 *
 * @param act a stable act code, for example {@code custody.intake}
 * @param company the company's id as text
 * @param source where the rows are
 * @param inventory the inventory file's text
 * @param batchRows rows that are committed together
 * @param workers how many batches are worked on at the same time
 */
public record BulkSpec(String act, String company, String source, String inventory, int batchRows,
    int workers) implements Serializable {
  private static final long serialVersionUID = 1;
  /** One inner page of a key tree: 64 leaf pages of 64 keys. */
  public static final int PAGE_ROWS = 4096;

  public BulkSpec {
    if (batchRows < 1 || batchRows > PAGE_ROWS || workers < 1 || workers > 64) {
      throw new IllegalArgumentException("1 to " + PAGE_ROWS + " rows a batch, 1 to 64 workers");
    }
  }
}
