package io.safehand.core.vault.root;

import java.nio.file.Path;

/** What was just written is not what is read back. The copy must not be relied on. */
public final class CopyDiffers extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CopyDiffers(Path file) {
    super(file + " reads back differently from what was written");
  }
}
