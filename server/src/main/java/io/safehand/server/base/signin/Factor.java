package io.safehand.server.base.signin;

/** With what somebody proved who they are. */
public enum Factor {
  PASSWORD, TOTP, RECOVERY_CODE, PASSKEY, OTHER_HOUSE
}
