package io.safehand.server.base.access;

/** Why a role was not given or an account not ended, with a stable code. */
public enum AccessRefusal {
  NOT_ALLOWED("access.not-allowed"),
  OWN_ACCOUNT("access.own-account"),
  SAME_PERSON("access.same-person"),
  INCOMPATIBLE("access.incompatible-roles"),
  UNKNOWN_ACCOUNT("access.unknown-account"),
  NOTHING_PROPOSED("access.nothing-proposed"),
  ALREADY("access.already"),
  LAST_OF_ROLE("access.last-of-role"),
  /** Nobody has come in by the account's link: it is not known whose it will be. */
  NOT_IN("access.not-in");

  private final String code;

  AccessRefusal(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
