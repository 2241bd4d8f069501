package io.safehand.core.custody;

import io.safehand.core.custody.keys.PageLog;

import io.safehand.core.vault.tree.LoggedState;
import io.safehand.core.vault.tree.PageAddress;
import io.safehand.core.vault.tree.RootId;
import io.safehand.core.vault.tree.SealedPage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A second place in memory that can lose what was not forced, as a power cut does. */
public final class MemoryPageLog implements PageLog {
  private final Faults faults;
  private final List<Entry> entries = new ArrayList<>();
  private int durable;

  public MemoryPageLog(Faults faults) {
    this.faults = faults;
  }

  @Override
  public synchronized long version() {
    faults.pass();
    return entries.isEmpty() ? 0 : entries.getLast().version();
  }

  @Override
  public synchronized Optional<SealedPage> newest(PageAddress page) {
    faults.pass();
    for (Entry entry : entries.reversed()) {
      Optional<SealedPage> here = entry.written()
          .stream()
          .filter(written -> written.address().equals(page))
          .reduce((early, late) -> late);
      if (here.isPresent() || entry.removed().contains(page)) {
        return here;
      }
    }
    return Optional.empty();
  }

  @Override
  public synchronized void append(long version, Collection<SealedPage> written,
      Collection<PageAddress> removed) {
    faults.pass();
    if (!entries.isEmpty() && entries.getLast().version() >= version) {
      throw new IllegalArgumentException("the log has this version");
    }
    entries.add(new Entry(version, List.copyOf(written), List.copyOf(removed)));
    faults.pass();
  }

  @Override
  public synchronized void force() {
    faults.pass();
    durable = entries.size();
    faults.pass();
  }

  /** What was not forced is lost. */
  public synchronized void cutPower() {
    entries.subList(durable, entries.size()).clear();
  }

  /** Every page that ever lay here. */
  public synchronized List<SealedPage> everything() {
    return entries.stream().flatMap(entry -> entry.written().stream()).toList();
  }

  /** The versions in the order in which they came. */
  public synchronized List<Long> versions() {
    return entries.stream().map(Entry::version).toList();
  }

  @Override
  public synchronized Optional<LoggedState> state() {
    return newest().values()
        .stream()
        .filter(page -> page.address().isTop())
        .map(top -> new LoggedState(entries.getLast().version(), new RootId(top.pageKey())))
        .findFirst();
  }

  @Override
  public synchronized void newest(Consumer<SealedPage> use) {
    newest().values().forEach(use);
  }

  private SortedMap<PageAddress, SealedPage> newest() {
    SortedMap<PageAddress, SealedPage> newest = new TreeMap<>();
    for (Entry entry : entries) {
      entry.removed().forEach(newest::remove);
      entry.written().forEach(page -> newest.put(page.address(), page));
    }
    return newest;
  }

  private record Entry(long version, List<SealedPage> written, List<PageAddress> removed) {}
}
