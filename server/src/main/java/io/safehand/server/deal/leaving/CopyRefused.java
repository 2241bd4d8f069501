package io.safehand.server.deal.leaving;

/** A step towards a copy may not be taken as things stand. Nothing left the vault. */
public final class CopyRefused extends IllegalStateException {
  private static final long serialVersionUID = 1;

  private final String code;

  CopyRefused(String code) {
    super(code);
    this.code = code;
  }

  /** A stable code, such as {@code leaving.held}. */
  public String code() {
    return code;
  }
}
