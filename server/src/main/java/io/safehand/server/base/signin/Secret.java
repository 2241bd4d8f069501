package io.safehand.server.base.signin;

/** A text that is shown to its owner once and never printed. */
public final class Secret {
  private final String text;

  Secret(String text) {
    this.text = text;
  }

  /** For its owner's eyes alone. */
  public String exposed() {
    return text;
  }

  @Override
  public String toString() {
    return "•••";
  }
}
