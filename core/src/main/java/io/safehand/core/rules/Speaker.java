package io.safehand.core.rules;

import java.util.Locale;

/** Who said it. */
public enum Speaker {
  PERSON, GUARDIAN;

  /** The stable code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
