package io.safehand.core.custody.keys;

import io.safehand.core.vault.tree.RootId;
import io.safehand.core.vault.tree.RootKey;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * The root in use and, while an erasure is under way, the one that is coming: readers go on in whichever the
 * database names in their snapshot. A root is overwritten only when nobody works under it any more. For many threads.
 */
final class LiveRoots implements AutoCloseable {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private RootKey current;
  private Optional<RootKey> coming = Optional.empty();

  LiveRoots(RootKey current) {
    this.current = current;
  }

  /** Works under the root of this name, which stays open until the work is done; else {@link RootChanged}. */
  <T> T under(RootId named, Function<RootKey, T> work) {
    lock.readLock().lock();
    try {
      return work.apply(current.id().equals(named)
          ? current
          : coming.filter(root -> root.id().equals(named)).orElseThrow(RootChanged::new));
    } finally {
      lock.readLock().unlock();
    }
  }

  RootId current() {
    lock.readLock().lock();
    try {
      return current.id();
    } finally {
      lock.readLock().unlock();
    }
  }

  Optional<RootId> coming() {
    lock.readLock().lock();
    try {
      return coming.map(RootKey::id);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** From now on work may be done under this root too. */
  void expect(RootKey next) {
    lock.writeLock().lock();
    try {
      coming = Optional.of(next);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** The coming root is the one; waits for those who work under the old one, and overwrites it. */
  void become() {
    lock.writeLock().lock();
    try {
      current.close();
      current = coming.orElseThrow();
      coming = Optional.empty();
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** The coming root was not used. */
  void forget() {
    lock.writeLock().lock();
    try {
      coming.ifPresent(RootKey::close);
      coming = Optional.empty();
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public void close() {
    forget();
    lock.writeLock().lock();
    try {
      current.close();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
