package io.safehand.core.vault.tree;

/** The tree log is damaged before its end, or is another tree's. It must be made again from the database's pages. */
public final class DamagedTreeLog extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DamagedTreeLog(String what) {
    super(what);
  }
}
