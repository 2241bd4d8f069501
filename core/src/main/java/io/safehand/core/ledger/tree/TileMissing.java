package io.safehand.core.ledger.tree;

/** A tile that a tree of the claimed size must have cannot be read, or is too narrow. */
public final class TileMissing extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TileMissing(String path) {
    super("tile " + path + " is missing or too short");
  }
}
