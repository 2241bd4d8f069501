package io.safehand.core.ledger.note;

import java.util.Arrays;
import java.util.Optional;

/** What a trusted key is trusted for. */
public enum SignerRole {
  /** Signs its own logs' checkpoints and its documents, with both algorithms. */
  HOUSE("house"),
  /** Cosigns checkpoints of others after checking that each continues the last; Ed25519 with a time. */
  WITNESS("witness");

  private final String code;

  SignerRole(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<SignerRole> ofCode(String code) {
    return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
  }
}
