package io.safehand.core.custody.stored;

import io.safehand.core.bulk.RowResult;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.rules.StandingAnswer;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What one batch of an intake writes, in one transaction with its key pages and its ledger line.
 *
 * @param run the run that the batch belongs to: the matter of its errand
 * @param firstRow the first and
 * @param lastRow the last row of the source that the batch answers for, so that a stopped intake can go on
 * @param epoch the index epoch of the tags
 * @param leftOut how many damaged optional values were left out, by {@code field:reason}
 * @param leaves one hash a record, in order: their Merkle root is in the batch's ledger line
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, passed on and never compared
public record IntakeBatch(String run, long firstRow, long lastRow, long epoch, List<Entry> entries,
    List<RowResult.Rejected> rejected, SortedMap<String, Long> leftOut, byte[] leaves) {

  /**
   * One person of the batch.
   *
   * @param row the row it came from
   * @param tags blind index tags: of the identity key first, then of each searchable value
   * @param answers what the source says the person answered, by purpose
   */
  @SuppressWarnings("ArrayRecordComponent") // bulk data, passed on and never compared
  public record Entry(long row, SealedRecord record, long[] tags, Map<Purpose, StandingAnswer> answers) {}
}
