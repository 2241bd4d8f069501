package io.safehand.server.base.recovery;

import java.util.Locale;

/** Why nothing was done, with a stable code. */
public enum RecoveryRefusal {
  /** Nobody opens their own account anew. */
  OWN_ACCOUNT,
  /** There is no such account, or it never had a way in. */
  UNKNOWN,
  /** One is open already. */
  ALREADY,
  /** None is open. */
  NONE,
  /** The same person cannot propose and confirm, or has no role for it. */
  SECOND_PERSON,
  /** The waiting period runs. */
  WAITING;

  public String code() {
    return "recovery." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
