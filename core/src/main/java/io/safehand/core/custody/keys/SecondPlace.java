package io.safehand.core.custody.keys;

import io.safehand.core.vault.tree.PageAddress;
import io.safehand.core.vault.tree.ReplacedPage;
import io.safehand.core.vault.tree.SealedPage;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Brings what was committed into the page log in the order of the tree's versions, whatever order the writers come
 * in. For many threads.
 */
final class SecondPlace {
  private final PageLog log;
  private final TreeMap<Long, WrittenPages> waiting = new TreeMap<>();
  private final TreeSet<Long> underWay = new TreeSet<>();
  private long lastWriter;
  private boolean inDoubt;

  SecondPlace(PageLog log) {
    this.log = log;
  }

  /** A writer is about to begin its transaction; it ends with {@link #left}, whatever comes of it. */
  synchronized long entered() {
    underWay.add(++lastWriter);
    return lastWriter;
  }

  synchronized void left(long writer) {
    underWay.remove(writer);
    notifyAll();
  }

  /** A writer does not know whether its transaction was committed. */
  synchronized void doubt() {
    inDoubt = true;
  }

  /** Somebody is about to look. */
  synchronized void believe() {
    inDoubt = false;
  }

  synchronized boolean isInDoubt() {
    return inDoubt;
  }

  /**
   * Requires, before a write is committed, that no page which it replaces is older than the one logged: else the database
   * holds pages that were put back, and writing on would lose the keys that only the newer ones have.
   */
  void require(Collection<ReplacedPage> replaced) {
    for (ReplacedPage page : replaced) {
      if (log.newest(page.address()).filter(page::isOlderThan).isPresent()) {
        throw new TreeOutdated();
      }
    }
  }

  /** The same of a tree's top page, whose version only grows, whatever its root. */
  void requireTop(PageAddress top, List<SealedPage> stored) {
    Optional<SealedPage> logged = log.newest(top);
    if (logged.isPresent() && stored.stream()
        .noneMatch(page -> page.version() > logged.get().version() || page.equals(logged.get()))) {
      throw new TreeOutdated();
    }
  }

  /** Adds what was committed. It is in the log when all that was committed before it is. */
  synchronized void add(WrittenPages written) {
    waiting.put(written.version(), written);
    drain();
  }

  private void drain() {
    waiting.headMap(log.version(), true).clear();
    while (!waiting.isEmpty() && waiting.firstKey() == log.version() + 1) {
      WrittenPages next = waiting.firstEntry().getValue();
      log.append(next.version(), next.pages(), next.removed());
      waiting.remove(next.version());
    }
  }

  /** Puts the whole tree in place of whatever was not logged, unless the log has all of it. */
  synchronized void replace(WrittenPages whole) {
    if (log.version() < whole.version()) {
      require(whole.pages().stream().map(ReplacedPage::of).toList());
      log.append(whole.version(), whole.pages(), whole.removed());
    }
    drain();
  }

  /** Waits for everybody who has entered; says whether the log now has everything up to this version. */
  synchronized boolean hasAll(long version) {
    long last = lastWriter;
    boolean interrupted = false;
    while (!underWay.isEmpty() && underWay.first() <= last) {
      try {
        wait();
      } catch (InterruptedException stopped) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    drain();
    return log.version() >= version;
  }

  synchronized long version() {
    return log.version();
  }

  /** Returns when everything in the log is durable. */
  synchronized void force() {
    log.force();
  }
}
