package io.safehand.server.base.decisions;

/** What came of a vote. */
public sealed interface Verdict {
  /** The vote counts; the matter stands like this now. */
  record Counted(Matter.State state) implements Verdict {}

  /** The vote does not count, for a reason with a stable code. */
  record Refused(Reason reason) implements Verdict {}

  /** Why a vote does not count. */
  enum Reason {
    UNKNOWN_MATTER("decision.unknown"),
    CLOSED("decision.closed"),
    AUTHOR("decision.author"),
    ROLE("decision.role"),
    VOTED_ALREADY("decision.voted-already"),
    CHANGED("decision.content-changed");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }
}
