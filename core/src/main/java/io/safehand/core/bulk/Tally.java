package io.safehand.core.bulk;

import java.util.Map;
import java.util.TreeMap;

/** Running counts of a bulk run. Safe to read from any thread. */
public final class Tally {
  private long done;
  private long rejected;
  private final Map<String, Long> leftOut = new TreeMap<>();
  private final Map<String, Long> rejections = new TreeMap<>();

  public synchronized void add(Iterable<RowResult> results) {
    for (RowResult result : results) {
      switch (result) {
        case RowResult.Done row -> {
          done++;
          row.fieldsLeftOut().forEach(reason -> leftOut.merge(reason, 1L, Long::sum));
        }
        case RowResult.Rejected row -> {
          rejected++;
          rejections.merge(row.reason(), 1L, Long::sum);
        }
      }
    }
  }

  public synchronized long done() {
    return done;
  }

  public synchronized long rejected() {
    return rejected;
  }

  /** How often a field was left out, by {@code field:reason}. */
  public synchronized Map<String, Long> leftOut() {
    return new TreeMap<>(leftOut);
  }

  /** How many rows were rejected, by reason. */
  public synchronized Map<String, Long> rejections() {
    return new TreeMap<>(rejections);
  }
}
