package io.safehand.core.custody.keys;

import io.safehand.core.disk.SyncFailed;
import io.safehand.core.vault.tree.LoggedState;
import io.safehand.core.vault.tree.PageAddress;
import io.safehand.core.vault.tree.SealedPage;
import io.safehand.core.vault.tree.TreeLog;
import io.safehand.core.vault.tree.TreeName;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The second place of one key tree on disk. After a failed write, such as on a full disk, the log is opened anew and
 * holds what was committed before; after a failed sync nothing is accepted any more, because what the disk holds is
 * not known then. May be used by several threads.
 */
public final class TreePageLog implements PageLog, AutoCloseable {
  private final Path folder;
  private final TreeName tree;
  private TreeLog log;
  private boolean behind;
  private boolean stopped;

  private TreePageLog(Path folder, TreeName tree) {
    this.folder = folder;
    this.tree = tree;
    this.log = TreeLog.open(folder, tree);
  }

  /** Opens the log in an existing folder of its own, or begins one there. */
  public static TreePageLog open(Path folder, TreeName tree) {
    return new TreePageLog(folder, tree);
  }

  @Override
  public synchronized long version() {
    return state().map(LoggedState::version).orElse(0L);
  }

  @Override
  public synchronized Optional<LoggedState> state() {
    return on(() -> log.state());
  }

  @Override
  public synchronized void newest(Consumer<SealedPage> use) {
    on(() -> {
      log.newest(use);
      return log;
    });
  }

  @Override
  public synchronized Optional<SealedPage> newest(PageAddress page) {
    return on(() -> log.newest(page));
  }

  @Override
  public synchronized void append(long version, Collection<SealedPage> written,
      Collection<PageAddress> removed) {
    on(() -> {
      written.forEach(log::written);
      removed.forEach(log::removed);
      log.commit(version);
      return version;
    });
  }

  @Override
  public synchronized void force() {
    on(() -> {
      log.sync();
      return log;
    });
  }

  /** Rewrites the log without what newer records replaced. */
  public synchronized void compact() {
    on(() -> {
      log.compact();
      return log;
    });
  }

  private <T> T on(Supplier<T> work) {
    if (stopped) {
      throw new IllegalStateException(
          "a sync of the tree log failed: nothing more is accepted before a restart");
    }
    try {
      if (behind) {
        log.close();
        log = TreeLog.open(folder, tree);
        behind = false;
      }
      return work.get();
    } catch (UncheckedIOException failed) {
      behind = true;
      stopped = failed.getCause() instanceof SyncFailed;
      throw failed;
    }
  }

  @Override
  public synchronized void close() {
    log.close();
  }
}
