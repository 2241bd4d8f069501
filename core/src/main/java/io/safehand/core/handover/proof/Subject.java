package io.safehand.core.handover.proof;

/** What kind of thing was judged. */
public enum Subject {
  PACKAGE("package"),
  RECEIPT("receipt"),
  CERTIFICATE("certificate"),
  CONSENT("consent"),
  EVIDENCE("evidence"),
  CHECKPOINT("checkpoint"),
  LEDGER("ledger"),
  UNKNOWN("unknown");

  private final String code;

  Subject(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
