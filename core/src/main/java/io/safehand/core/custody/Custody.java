package io.safehand.core.custody;

import io.safehand.core.vault.tree.KeyPages;

/** What one transaction sees and changes. Not for use after the transaction, nor by a second thread. */
public interface Custody {
  SealedRecords records();

  KeyPages pages();

  ReceivedRecords received();

  Trees trees();

  LedgerLines ledger();
}
