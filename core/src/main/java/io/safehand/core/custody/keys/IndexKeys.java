package io.safehand.core.custody.keys;

import io.safehand.core.vault.BlindIndex;
import io.safehand.core.vault.EpochKey;
import java.util.ArrayList;
import java.util.List;

/**
 * The index keys of a tree, newest first: the one in use, and behind it those whose tags are being made anew. Not to
 * be asked within a transaction. For many threads.
 */
public final class IndexKeys implements AutoCloseable {
  private final List<EpochKey> keys;

  /** @param newestFirst at least one */
  IndexKeys(List<EpochKey> newestFirst) {
    this.keys = new ArrayList<>(newestFirst);
  }

  synchronized long epoch() {
    return keys.getFirst().epoch();
  }

  public synchronized List<Long> epochs() {
    return keys.stream().map(EpochKey::epoch).toList();
  }

  /** The index of the epoch in use. For one thread. */
  public synchronized Index newIndex() {
    return index(keys.getFirst());
  }

  /** The indexes of all epochs, newest first. For one thread. */
  public synchronized List<Index> newIndexes() {
    return keys.stream().map(IndexKeys::index).toList();
  }

  private static Index index(EpochKey key) {
    return new Index(key.epoch(), new BlindIndex(key));
  }

  synchronized void use(EpochKey next) {
    keys.addFirst(next);
  }

  /** Uses these instead. */
  synchronized void replace(List<EpochKey> newestFirst) {
    keys.forEach(EpochKey::close);
    keys.clear();
    keys.addAll(newestFirst);
  }

  public synchronized void forget(long epoch) {
    keys.removeIf(key -> {
      boolean gone = key.epoch() == epoch;
      if (gone) {
        key.close();
      }
      return gone;
    });
  }

  @Override
  public synchronized void close() {
    keys.forEach(EpochKey::close);
  }

  /** A blind index and the epoch whose key it has. Closing forgets the key. */
  public record Index(long epoch, BlindIndex tags) implements AutoCloseable {
    @Override
    public void close() {
      tags.close();
    }
  }
}
