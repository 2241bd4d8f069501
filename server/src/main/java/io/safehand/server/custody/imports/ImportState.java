package io.safehand.server.custody.imports;

/** Where an import stands. */
public enum ImportState {
  /** The source is on its way in. */
  UPLOADING,
  /** Waits for a person: columns to be chosen, a rehearsal to be looked at, the start. */
  READY,
  /** All rows are being checked; nobody is taken in. */
  REHEARSING,
  /** Rows are being taken in. */
  RUNNING,
  /** Something stopped it; it can go on after the batches that are in. */
  STOPPED,
  /** Every row was answered for. */
  DONE,
  /** A person ended it before its end; who was in by then stays in. */
  CANCELLED;

  /** Nothing more will happen, and the source is gone. */
  public boolean isOver() {
    return this == DONE || this == CANCELLED;
  }

  /** A thread works on it. */
  public boolean isUnderWay() {
    return this == REHEARSING || this == RUNNING;
  }
}
