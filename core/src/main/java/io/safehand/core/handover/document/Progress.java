package io.safehand.core.handover.document;

/** Whether a part of a destruction is over. */
public enum Progress {
  DONE, PENDING
}
