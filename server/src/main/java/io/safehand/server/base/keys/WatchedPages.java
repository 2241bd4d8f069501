package io.safehand.server.base.keys;

import io.safehand.core.custody.keys.PageLog;
import io.safehand.core.vault.tree.LoggedState;
import io.safehand.core.vault.tree.PageAddress;
import io.safehand.core.vault.tree.SealedPage;
import io.safehand.server.base.storage.DiskWatch;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/** A second place that accepts nothing once a disk is unsure. */
record WatchedPages(PageLog log, DiskWatch disks) implements PageLog {
  @Override
  public long version() {
    return log.version();
  }

  @Override
  public Optional<SealedPage> newest(PageAddress page) {
    return log.newest(page);
  }

  @Override
  public Optional<LoggedState> state() {
    return log.state();
  }

  @Override
  public void newest(Consumer<SealedPage> use) {
    log.newest(use);
  }

  @Override
  public void append(long version, Collection<SealedPage> written, Collection<PageAddress> removed) {
    disks.on(() -> {
      log.append(version, written, removed);
      return version;
    });
  }

  @Override
  public void force() {
    disks.on(() -> {
      log.force();
      return log;
    });
  }
}
