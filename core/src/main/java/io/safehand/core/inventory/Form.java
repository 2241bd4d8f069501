package io.safehand.core.inventory;

/** The most that a purpose shows to an audience. */
public enum Form {
  FULL, MASKED, PSEUDONYM
}
