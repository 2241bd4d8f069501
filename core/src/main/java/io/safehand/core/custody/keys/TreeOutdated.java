package io.safehand.core.custody.keys;

/**
 * The second place has more of a key tree than the database: the database is an old copy. Nothing is opened; put the
 * tree back from the second place first.
 */
public final class TreeOutdated extends RuntimeException {
  private static final long serialVersionUID = 1;

  public TreeOutdated() {
    super("the database is older than the second place of its key tree");
  }
}
