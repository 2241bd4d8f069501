package io.safehand.core.ledger;

import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.note.NoteVerdict;
import java.util.List;

/** What the offline verifier found in a log folder. */
public sealed interface LedgerVerdict {

  /**
   * Every line, tile and signature fits, and so does every older checkpoint that was given.
   *
   * @param unchecked what was not checked, one sentence each, for the reader of the report
   */
  record Sound(Checkpoint checkpoint, String house, List<NoteVerdict.Cosignature> witnesses,
      List<String> unchecked) implements LedgerVerdict {
    public Sound {
      witnesses = List.copyOf(witnesses);
      unchecked = List.copyOf(unchecked);
    }
  }

  /**
   * Something is wrong, and this is the first of it.
   *
   * @param code stable, listed in docs/formats/ledger.md
   * @param place the line, file or signer
   */
  record Broken(String code, String place) implements LedgerVerdict {}

  /** Nothing can be said, because something needed was not given. */
  record CannotJudge(String code, String place) implements LedgerVerdict {}
}
