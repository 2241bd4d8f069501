package io.safehand.core.custody.stored;

import io.safehand.core.ledger.LedgerLine;

/** Where an act's line goes: into the act's own transaction, numbered later by the company's one sequencer. */
@FunctionalInterface
public interface LedgerLines {
  void write(LedgerLine line);
}
