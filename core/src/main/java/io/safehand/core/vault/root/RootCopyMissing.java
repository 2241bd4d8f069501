package io.safehand.core.vault.root;

import io.safehand.core.vault.tree.RootId;
import java.nio.file.Path;

/** A listed copy lacks the root, or holds it damaged, while another has it: {@link RootSlots#repair} first. */
public final class RootCopyMissing extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RootCopyMissing(RootId id, Path folder) {
    super("root " + id + " is missing or damaged in " + folder);
  }
}
