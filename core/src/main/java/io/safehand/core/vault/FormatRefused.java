package io.safehand.core.vault;

/** Stored bytes are not of a format known here: unknown number, wrong length, bytes left over. Quotes none of them. */
public final class FormatRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public FormatRefused(String what) {
    super(what);
  }
}
