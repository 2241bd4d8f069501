package io.safehand.core.ledger.witness;

import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.note.NoteSignature;

/** What a witness says to a request. */
public sealed interface WitnessAnswer {

  /** Cosigned. The caller stores the checkpoint as the last seen one before it gives the line away. */
  record Cosigned(NoteSignature line, Checkpoint seen) implements WitnessAnswer {}

  /** Not cosigned. */
  record Refused(Reason reason) implements WitnessAnswer {}

  /** Why not; the numbers are the HTTP answers of tlog-witness. */
  enum Reason {
    /** The origin is none that this witness watches. */
    UNKNOWN_LOG("witness.log.unknown", 404),
    /** The log's own signatures do not hold. */
    SIGNATURE("witness.signature.wrong", 403),
    /** The log assumes another last size than this witness remembers; send the proof from that size. */
    OTHER_SIZE("witness.size.other", 409),
    /** The checkpoint is smaller than the last one. */
    SHRUNK("witness.log.shrunk", 400),
    /** The log does not continue what this witness saw: keep the request, it is evidence. */
    FORKED("witness.log.forked", 422);

    private final String code;
    private final int httpStatus;

    Reason(String code, int httpStatus) {
      this.code = code;
      this.httpStatus = httpStatus;
    }

    /** Stable, listed in docs/formats/checkpoint.md. */
    public String code() {
      return code;
    }

    public int httpStatus() {
      return httpStatus;
    }
  }
}
