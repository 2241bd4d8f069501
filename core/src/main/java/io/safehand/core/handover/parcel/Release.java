package io.safehand.core.handover.parcel;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.handover.SignatureCheck;
import io.safehand.core.json.JsonRefused;
import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.LedgerLine;
import io.safehand.core.ledger.LineProof;
import io.safehand.core.ledger.note.NoteVerdict;
import io.safehand.core.ledger.note.Trust;

/** The ledger line that released a package, and the proof that it lies in the log. */
record Release(byte[] line, LineProof proof) {
  static Release read(byte[] line, byte[] proof) throws HandoverRefused {
    return new Release(line,
        LineProof.parse(proof).orElseThrow(() -> new HandoverRefused(Fault.MALFORMED, Layout.RELEASE_PROOF)));
  }

  /** The line must be a release of this manifest and lie where the proof says; who signed is not asked. */
  LedgerLine requireFor(String manifestHash) throws HandoverRefused {
    LedgerLine parsed = parsed();
    boolean releases = parsed.act().equals(Act.HANDOVER_RELEASE.code()) && parsed.details()
        .find("manifest")
        .filter(manifest -> manifest.asText().equals(manifestHash))
        .isPresent();
    if (!releases) {
      throw new HandoverRefused(Fault.NOT_RELEASED, Layout.RELEASE_LINE);
    }
    if (!proof.proves(line)) {
      throw new HandoverRefused(Fault.PROOF_WRONG, Layout.RELEASE_PROOF);
    }
    return parsed;
  }

  /** The checkpoint must be signed by the house that owns this log. */
  NoteVerdict.Accepted requireSigned(String origin, Trust trust) throws HandoverRefused {
    NoteVerdict.Accepted accepted = new SignatureCheck(trust, Layout.RELEASE_PROOF).require(proof.note());
    if (!accepted.checkpoint().origin().equals(origin)) {
      throw new HandoverRefused(Fault.LEDGER_WRONG, Layout.RELEASE_PROOF);
    }
    return accepted;
  }

  private LedgerLine parsed() throws HandoverRefused {
    try {
      return LedgerLine.parse(line);
    } catch (JsonRefused malformed) {
      throw new HandoverRefused(Fault.MALFORMED, Layout.RELEASE_LINE, malformed);
    }
  }
}
