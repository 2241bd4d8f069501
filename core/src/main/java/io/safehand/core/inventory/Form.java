package io.safehand.core.inventory;

/** The most that a purpose shows to an audience, from all to least. */
public enum Form {
  FULL, MASKED, PSEUDONYM
}
