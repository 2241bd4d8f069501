package io.safehand.core.vault.tree;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Key pages in memory. {@link #copy} is what somebody kept. */
public class MemoryKeyPages implements KeyPages {
  private final SortedMap<PageAddress, SealedPage> pages = new TreeMap<>();
  private int calls;
  private int puts;

  @Override
  public List<SealedPage> pages(Collection<PageAddress> addresses) {
    calls++;
    return addresses.stream().flatMap(address -> find(address).stream()).toList();
  }

  @Override
  public void put(Collection<SealedPage> changed) {
    puts += changed.size();
    changed.forEach(page -> pages.put(page.address(), page));
  }

  @Override
  public void remove(Collection<PageAddress> addresses) {
    addresses.forEach(pages::remove);
  }

  public Optional<SealedPage> find(PageAddress address) {
    return Optional.ofNullable(pages.get(address));
  }

  public Stream<SealedPage> all() {
    return pages.values().stream();
  }

  public int size() {
    return pages.size();
  }

  /** How often pages were asked for. */
  public int calls() {
    return calls;
  }

  /** How many pages were written. */
  public int puts() {
    return puts;
  }

  public MemoryKeyPages copy() {
    MemoryKeyPages copy = new MemoryKeyPages();
    copy.pages.putAll(pages);
    return copy;
  }
}
