package io.safehand.core.json;

/**
 * Bytes or a value that this product's JSON rules do not accept.
 *
 * <p>The message names the rule, and a member only if the caller asked for it by name; it never quotes content.
 */
public final class JsonRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final long NOWHERE = -1;
  private final long offset;
  private final String what;

  JsonRefused(long offset, String what) {
    super(offset == NOWHERE ? what : what + " at byte " + offset);
    this.offset = offset;
    this.what = what;
  }

  /** A refusal of a value rather than of a place in some bytes. */
  public JsonRefused(String what) {
    this(NOWHERE, what);
  }

  /** Where in the bytes, counted from 0; −1 when the refusal is about a value. */
  public long offset() {
    return offset;
  }

  /** The rule that was broken. */
  public String what() {
    return what;
  }
}
