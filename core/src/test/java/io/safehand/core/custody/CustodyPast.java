package io.safehand.core.custody;

import io.safehand.core.custody.stored.SealedRecord;

import io.safehand.core.vault.tree.SealedPage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every value that was ever written to a store, committed or not, as write-ahead logs and backups keep them. */
public final class CustodyPast {
  private final List<SealedRecord> records = new ArrayList<>();
  private final List<SealedPage> pages = new ArrayList<>();
  private final Map<Long, Set<Long>> tags = new HashMap<>();

  public synchronized List<SealedRecord> records() {
    return List.copyOf(records);
  }

  public synchronized List<SealedPage> pages() {
    return List.copyOf(pages);
  }

  /** Every tag of this epoch. */
  public synchronized Set<Long> tags(long epoch) {
    return Set.copyOf(tags.getOrDefault(epoch, Set.of()));
  }

  synchronized void keep(SealedRecord record) {
    records.add(record);
  }

  synchronized void keep(Collection<SealedPage> written) {
    pages.addAll(written);
  }

  synchronized void keep(long epoch, long[] written) {
    for (long tag : written) {
      tags.computeIfAbsent(epoch, number -> new HashSet<>()).add(tag);
    }
  }
}
