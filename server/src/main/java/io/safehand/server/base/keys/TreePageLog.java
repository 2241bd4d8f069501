package io.safehand.server.base.keys;

import io.safehand.core.custody.PageLog;
import io.safehand.core.vault.tree.LoggedState;
import io.safehand.core.vault.tree.PageAddress;
import io.safehand.core.vault.tree.SealedPage;
import io.safehand.core.vault.tree.TreeLog;
import java.util.Collection;

/** The tree log in the second place, as custody asks for it. May be used by several threads. */
final class TreePageLog implements PageLog, AutoCloseable {
  private final TreeLog log;

  TreePageLog(TreeLog log) {
    this.log = log;
  }

  @Override
  public synchronized long version() {
    return log.state().map(LoggedState::version).orElse(0L);
  }

  @Override
  public synchronized void append(long version, Collection<SealedPage> written,
      Collection<PageAddress> removed) {
    written.forEach(log::written);
    removed.forEach(log::removed);
    log.commit(version);
  }

  @Override
  public synchronized void force() {
    log.sync();
  }

  @Override
  public synchronized void close() {
    log.close();
  }
}
