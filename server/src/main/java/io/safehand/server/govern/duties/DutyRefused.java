package io.safehand.server.govern.duties;

/** A duty was not done by this; it stands as it stood. */
public enum DutyRefused {
  UNKNOWN("duty.unknown"),
  /** It is somebody else's. */
  NOT_YOURS("duty.not-yours"),
  /** It is done or fell away. */
  CLOSED("duty.closed"),
  /** The proof is none of the form that the obligation asks for. */
  PROOF("duty.proof");

  private final String code;

  DutyRefused(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
