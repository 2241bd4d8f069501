package io.safehand.core.custody.stored;

import io.safehand.core.vault.tree.KeyPages;
import io.safehand.core.vault.tree.TreeId;

/** What one transaction sees and changes. Not for use after the transaction, nor by a second thread. */
public interface Custody {
  SealedRecords records();

  KeyPages pages();

  /** What came in one package, whose keys are in this tree. */
  ReceivedRecords received(TreeId tree);

  Trees trees();

  LedgerLines ledger();
}
