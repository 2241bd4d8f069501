package io.safehand.server.govern.deadlines;

import io.safehand.server.base.calendar.Term;

/**
 * A rule by which deadlines run.
 *
 * @param code stable and dotted, such as {@code request.answer}
 * @param origin who set it
 * @param term how long there is
 * @param grace how long behind its end it is passed on to whoever stands above, once
 */
public record Regime(String code, Origin origin, Term term, Term grace) {
  /** Whether a deadline is the law's or the house's own. */
  public enum Origin {
    /** 法定 */
    STATUTORY,
    /** 内部 */
    INTERNAL
  }

  public Regime {
    if (!code.matches("[a-z][a-z0-9.-]{0,79}")) {
      throw new IllegalArgumentException("a regime has a stable dotted code");
    }
  }

  /** The same rule with another term. */
  public Regime within(Term other) {
    return new Regime(code, origin, other, grace);
  }
}
