package io.safehand.server.site.demo;

import java.util.SortedMap;

/** Every row of the input was rejected, or there was none. */
final class NobodyImported extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient SortedMap<String, Long> reasons;

  /** @param reasons how many rows were rejected, by reason; empty when there was no row */
  NobodyImported(SortedMap<String, Long> reasons) {
    super("nobody could be imported");
    this.reasons = reasons;
  }

  SortedMap<String, Long> reasons() {
    return reasons;
  }
}
