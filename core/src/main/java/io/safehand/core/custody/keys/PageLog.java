package io.safehand.core.custody.keys;

import io.safehand.core.vault.tree.LoggedState;
import io.safehand.core.vault.tree.PageAddress;
import io.safehand.core.vault.tree.SealedPage;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/** The second place of one key tree: every written page, in order. Nothing in it opens without the current root. */
public interface PageLog {
  /** The tree version up to which the log has everything. */
  long version();

  /** The page as it is logged; empty when it was removed or never there. */
  Optional<SealedPage> newest(PageAddress page);

  /** The root that opens what the log has, with that version; empty in a new log. */
  Optional<LoggedState> state();

  /** The newest of each page, one at a time. */
  void newest(Consumer<SealedPage> use);

  /** Adds what one write of the tree changed. */
  void append(long version, Collection<SealedPage> written, Collection<PageAddress> removed);

  /** Returns when everything appended is durable. */
  void force();
}
