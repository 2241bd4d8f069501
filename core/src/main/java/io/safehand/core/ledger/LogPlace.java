package io.safehand.core.ledger;

import java.nio.file.Path;

/**
 * Where a log lies: its origin, its folder, and the second folder that holds a whole copy, best on another disk.
 */
public record LogPlace(String origin, Path folder, Path second) {
  public LogPlace {
    if (folder.toAbsolutePath().normalize().equals(second.toAbsolutePath().normalize())) {
      throw new IllegalArgumentException("the second folder is the first");
    }
  }
}
