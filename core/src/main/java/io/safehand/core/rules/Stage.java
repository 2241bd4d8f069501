package io.safehand.core.rules;

/** The stages of a deal, in order. {@link #NONE} is everyday business without a deal. */
public enum Stage {
  NONE,
  PREPARATION,
  TEASER,
  NDA,
  DUE_DILIGENCE_1,
  DUE_DILIGENCE_2,
  SIGNING,
  NOTICE,
  CLOSING,
  POST_CLOSING,
  COMPLETED,
  TERMINATED
}
