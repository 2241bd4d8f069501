package io.safehand.server.custody.consent;

/** How clearly it was said: by an act that shows the will, or in words for exactly this. */
public enum Expression {
  EXPRESSED("expressed"), EXPLICITLY_EXPRESSED("explicitly-expressed");

  private final String code;

  Expression(String code) {
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }

  static Expression of(String code) {
    return code.equals(EXPRESSED.code) ? EXPRESSED : EXPLICITLY_EXPRESSED;
  }
}
