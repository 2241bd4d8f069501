package io.safehand.server.base.storage;

import io.safehand.core.disk.SyncFailed;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether every disk confirmed what was written to our own files. After the first that did not, nothing is read, written
 * or acknowledged any more: what that disk holds is known again only after a restart. May be used by many threads.
 */
@Component
public final class DiskWatch implements HealthIndicator {
  private static final Logger LOG = LoggerFactory.getLogger(DiskWatch.class);
  private final AtomicBoolean failed = new AtomicBoolean();

  DiskWatch() {}

  /** Does what writes our own files, and never again once a sync failed in it. */
  public <T> T on(Supplier<T> work) {
    requireSound();
    try {
      return work.get();
    } catch (RuntimeException failure) {
      note(failure);
      throw failure;
    }
  }

  /** Looks whether this failure means that a disk did not confirm a write. */
  public void note(Exception failure) {
    if (SyncFailed.isBehind(failure) && failed.compareAndSet(false, true)) {
      LOG.error(
          "a disk did not confirm a write; everything acknowledged is kept and nothing more is accepted. "
              + "Look at the disk, then start again ({})",
          failure.getMessage());
    }
  }

  /** @throws DiskUnsure once a sync failed */
  public void requireSound() {
    if (failed.get()) {
      throw new DiskUnsure();
    }
  }

  @Override
  public Health health() {
    return failed.get() ? Health.down().build() : Health.up().build();
  }
}
