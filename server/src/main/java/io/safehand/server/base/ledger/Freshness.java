package io.safehand.server.base.ledger;

import io.safehand.core.ledger.note.SignedNote;
import java.util.Optional;

/** The newest checkpoint of every log, kept beside the roots, where no rollback of the database reaches it. */
public interface Freshness {
  /** The newest of all copies; empty when the log of this origin was never signed. */
  Optional<SignedNote> newest(String origin);

  /** Keeps the checkpoint of a log of this size, durable in every copy when this returns. */
  void keep(String origin, long size, SignedNote note);
}
