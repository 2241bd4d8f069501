package io.safehand.core.ledger.note;

/** Why signatures are not accepted. */
public enum SignatureRefusal {
  /** The bytes have not the form. */
  MALFORMED("signature.malformed"),
  /** None of the keys given is for this signer: nothing can be said. */
  UNKNOWN_SIGNER("signature.signer.unknown"),
  /** A known key's signature does not fit. */
  WRONG("signature.wrong"),
  /** One of the two algorithms is absent. */
  MISSING("signature.missing");

  private final String code;

  SignatureRefusal(String code) {
    this.code = code;
  }

  /** Stable, listed in docs/formats/checkpoint.md. */
  public String code() {
    return code;
  }
}
