package io.safehand.core.custody;

import io.safehand.core.vault.KeyPages;

/** What one transaction sees and changes. Not for use after the transaction, nor by a second thread. */
public interface Custody {
  SealedRecords records();

  KeyPages pages();

  Trees trees();

  LedgerLines ledger();
}
