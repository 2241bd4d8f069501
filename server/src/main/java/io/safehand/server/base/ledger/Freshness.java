package io.safehand.server.base.ledger;

import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.person.CompanyId;
import java.util.Map;

/** The newest checkpoint of every log, kept beside the roots, where no rollback of the database reaches it. */
public interface Freshness {
  /** The checkpoints kept, each the newest of all copies. */
  Map<CompanyId, SignedNote> newest();

  /** Keeps the checkpoint, durable in every copy when this returns. */
  void keep(CompanyId company, SignedNote note);
}
