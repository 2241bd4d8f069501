package io.safehand.core.vault.root;

import java.nio.file.Path;

/** A listed folder is not there: unmounted, or the list is wrong. Nothing is served and nothing written until it is. */
public final class RootFolderMissing extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RootFolderMissing(Path folder) {
    super("the root folder " + folder + " is missing");
  }
}
