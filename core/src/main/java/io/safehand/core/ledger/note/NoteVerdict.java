package io.safehand.core.ledger.note;

import java.time.Instant;
import java.util.List;

/** What the trusted keys say of a signed checkpoint. */
public sealed interface NoteVerdict {

  /** Signed by the origin's house with every algorithm; cosigned by these witnesses, perhaps none. */
  record Accepted(Checkpoint checkpoint, String house, List<Cosignature> witnesses) implements NoteVerdict {
    public Accepted {
      witnesses = List.copyOf(witnesses);
    }
  }

  /** Not to be believed. The signer is the name on the note that the reason is about, or its origin. */
  record Refused(SignatureRefusal reason, String signer) implements NoteVerdict {}

  /** A trusted witness saw this checkpoint continue all it had seen before, at this time by its clock. */
  record Cosignature(String witness, Instant at) {}
}
