package io.safehand.core.handover;

import io.safehand.core.ledger.note.DocumentSignature;
import io.safehand.core.ledger.note.NoteVerdict;
import io.safehand.core.ledger.note.SignatureRefusal;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.ledger.note.Trust;
import java.util.Optional;

/**
 * Asks the trusted keys about one file.
 *
 * @param name the file, for refusals
 */
public record SignatureCheck(Trust trust, String name) {
  public void require(String kind, byte[] document, DocumentSignature signature) throws HandoverRefused {
    Optional<SignatureRefusal> refusal = trust.refusal(kind, document, signature);
    if (refusal.isPresent()) {
      throw refused(refusal.get(), signature.signer());
    }
  }

  public NoteVerdict.Accepted require(SignedNote note) throws HandoverRefused {
    return switch (trust.judge(note)) {
      case NoteVerdict.Accepted accepted -> accepted;
      case NoteVerdict.Refused refused -> throw refused(refused.reason(), refused.signer());
    };
  }

  private HandoverRefused refused(SignatureRefusal reason, String signer) {
    Fault fault = switch (reason) {
      case MALFORMED -> Fault.MALFORMED;
      case UNKNOWN_SIGNER -> Fault.SIGNER_UNKNOWN;
      case WRONG -> Fault.SIGNATURE_WRONG;
      case MISSING -> Fault.SIGNATURE_MISSING;
    };
    return new HandoverRefused(fault, name + " signer " + signer);
  }
}
