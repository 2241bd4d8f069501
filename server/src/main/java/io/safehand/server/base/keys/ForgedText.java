package io.safehand.server.base.keys;

/** A sealed text that was changed, or moved from another place or company. Nothing of it is given out. */
public final class ForgedText extends RuntimeException {
  private static final long serialVersionUID = 1;

  ForgedText() {
    super("a sealed text does not open at this place");
  }
}
