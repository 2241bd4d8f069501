package io.safehand.server.base.ledger;

import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.person.CompanyId;

/** Signs checkpoints with the house's keys. */
public interface Signer {
  /** Whether the keys are open; nothing is numbered before. */
  boolean isReady();

  /** The origin of the company's log, below the house's name; readable only when ready. */
  String origin(CompanyId company);

  SignedNote sign(Checkpoint checkpoint);
}
