package io.safehand.core.rules;

/** On which legal path personal information may leave with a deal; docs/formats and the catalogue say when. */
public enum LegalPath {
  /** The handler does not change (equity): nothing moves. */
  NOTHING_MOVES,
  /** PIPL 22: everybody is told; the successor continues the same purposes. */
  SUCCESSION_22,
  /** PIPL 23: everybody is told and each person consents separately. */
  PROVISION_23
}
