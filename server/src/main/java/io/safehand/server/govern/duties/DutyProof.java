package io.safehand.server.govern.duties;

/**
 * What shows that a duty was done.
 *
 * @param reference a SHA-256 for a record, the id of a filed paper, or the code of an attestation
 */
public record DutyProof(Obligation.Form form, String reference) {
  public DutyProof {
    boolean fits = switch (form) {
      case RECORD -> reference.matches("[0-9a-f]{64}");
      case PAPER -> reference.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
      case ATTESTATION -> reference.matches("[a-z][a-z0-9.-]{0,79}");
    };
    if (!fits) {
      throw new IllegalArgumentException("a proof is a hash, a paper's id or a code");
    }
  }
}
