package io.safehand.core.rules;

/** What a person has answered about one purpose, as it stands now. Silence is {@link #UNKNOWN}, never yes. */
public enum Answer {
  /** Nothing was asked and nothing said. */
  UNKNOWN,
  /** The person was asked and has not answered. */
  REQUESTED,
  /** The person will answer later. */
  DEFERRED,
  REFUSED,
  GIVEN,
  /** Given again while it stood, or after it had ended by itself. */
  RENEWED,
  /** The time for which it was given is over. */
  EXPIRED,
  /** What it was said to has another meaning now; the person has to be asked anew. */
  INVALIDATED,
  WITHDRAWN;

  /** Only a given answer opens what rests on consent. */
  public boolean opens() {
    return this == GIVEN || this == RENEWED;
  }

  /** Whether somebody says this; the other answers follow from what was said, from the clock and from the notices. */
  public boolean isSaid() {
    return switch (this) {
      case REQUESTED, DEFERRED, REFUSED, GIVEN, WITHDRAWN -> true;
      case UNKNOWN, RENEWED, EXPIRED, INVALIDATED -> false;
    };
  }
}
