package io.safehand.core.handover.document;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.ledger.note.DocumentSignature;

/**
 * A paper whose signature was found good, and whose it is.
 *
 * @param name the file, for refusals
 */
public record Signed<T>(T paper, String name, DocumentSignature signature) {
  public String signer() {
    return signature.signer();
  }

  /** Refuses a paper that speaks for a log which its signer does not own: anybody trusted could have written it. */
  public Signed<T> byOwnerOf(LogState log) throws HandoverRefused {
    if (!signature.isOfOwner(log.origin())) {
      throw new HandoverRefused(Fault.SIGNER_DIFFERS, name + " signer " + signer());
    }
    return this;
  }
}
