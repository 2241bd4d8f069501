package io.safehand.core.vault;

/** Sealed bytes do not belong where they were found: changed, moved, or sealed under another key. Nothing was opened. */
public final class ForgedRecord extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ForgedRecord(String what) {
    super(what);
  }
}
