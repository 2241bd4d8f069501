package io.safehand.core.handover;

/**
 * What can be wrong with a package, receipt, certificate or evidence folder. The codes are stable and listed in docs/formats/package.md.
 */
public enum Fault {
  FILE_UNKNOWN("file.unknown"),
  FILE_MISSING("file.missing"),
  FILE_SIZE("file.size"),
  FILE_HASH("file.hash"),
  MALFORMED("malformed"),
  NOT_CANONICAL("not_canonical"),
  TRAILING_BYTES("trailing_bytes"),
  SIGNATURE_MISSING("signature.missing"),
  SIGNATURE_WRONG("signature.wrong"),
  SIGNER_DIFFERS("signer.differs"),
  PROOF_WRONG("proof.wrong"),
  NOT_RELEASED("not_released"),
  COUNTS_DIFFER("counts.differ"),
  ROOT_DIFFERS("root.differs"),
  RECIPIENT_DIFFERS("recipient.differs"),
  SEAL_BROKEN("seal.broken"),
  PERSON_TWICE("person.twice"),
  KEY_MISSING("key.missing"),
  KEY_UNKNOWN("key.unknown"),
  GROUP_UNKNOWN("group.unknown"),
  SUITE_UNKNOWN("suite.unknown"),
  LEDGER_WRONG("ledger.wrong"),
  CONTRADICTION("contradiction"),
  VERSION_UNKNOWN("version.unknown", false),
  SIGNER_UNKNOWN("signer.unknown", false),
  TRUST_UNREADABLE("trust.unreadable", false),
  NOTHING_THERE("nothing.there", false),
  KIND_UNKNOWN("kind.unknown", false),
  UNREADABLE("unreadable", false);

  private final String code;
  private final boolean bad;

  Fault(String code) {
    this(code, true);
  }

  Fault(String code, boolean bad) {
    this.code = code;
    this.bad = bad;
  }

  public String code() {
    return code;
  }

  /** False where the thing may be good, but cannot be judged with what was given. */
  public boolean isBad() {
    return bad;
  }
}
