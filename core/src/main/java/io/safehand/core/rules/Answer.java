package io.safehand.core.rules;

/** What a person has answered about one purpose, as it stands now. Silence is {@link #UNKNOWN}, never yes. */
public enum Answer {
  UNKNOWN, GIVEN, REFUSED, WITHDRAWN, EXPIRED;

  /** Only a given answer opens what rests on consent. */
  public boolean opens() {
    return this == GIVEN;
  }
}
