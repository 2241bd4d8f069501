package io.safehand.server.base.access;

/** Why a party or a membership was not changed, with a stable code. */
public enum PartyRefusal {
  UNKNOWN("access.party-unknown"),
  MALFORMED("access.party-malformed"),
  KINDS("access.party-kinds"),
  CIRCLE("access.party-circle"),
  TERM("access.party-term");

  private final String code;

  PartyRefusal(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
