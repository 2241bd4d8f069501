package io.safehand.server.custody.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/**
 * An import as it stands, without anything that its source says.
 *
 * @param taken how much of {@code size} was read since it was started, in bytes or rows
 * @param rejections how many rows were or would be turned away, by {@code field:reason}
 * @param leftOut how many damaged optional values were or would be left out, by {@code field:reason}
 * @param rehearsed whether the counts are those of a rehearsal: nobody was taken in
 * @param reason why it stopped, a code; empty where nothing is wrong
 */
public record ImportJob(ImportId id, SourceKind kind, ImportState state, String account, Instant begunAt,
    Instant changedAt, Optional<Instant> startedAt, long bytes, long taken, long size, long imported,
    long rejected, SortedMap<String, Long> rejections, SortedMap<String, Long> leftOut, boolean rehearsed,
    String reason) {
  /** In percent of the source, 0 to 100. */
  public int percent() {
    return size <= 0 ? 0 : (int) Math.min(100, taken * 100 / size);
  }

  /** Rows a second since it was started; 0 where nothing is known yet. */
  public long rowsPerSecond() {
    long millis = startedAt.map(from -> Duration.between(from, changedAt).toMillis()).orElse(0L);
    return millis <= 0 ? 0 : (imported + rejected) * 1000 / millis;
  }

  /** How long the rest takes at the pace so far; empty where nothing is known yet. */
  public Optional<Duration> left() {
    if (!state.isUnderWay() || taken <= 0 || size < taken) {
      return Optional.empty();
    }
    return startedAt
        .map(from -> Duration.between(from, changedAt).multipliedBy(size - taken).dividedBy(taken));
  }
}
