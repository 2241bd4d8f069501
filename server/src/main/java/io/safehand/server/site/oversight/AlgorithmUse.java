package io.safehand.server.site.oversight;

import io.safehand.server.base.tables.Cell;
import io.safehand.server.base.tables.Table;
import java.util.Locale;

/** What the product computes with and for what; what it does not use is said too. */
enum AlgorithmUse {
  AES_256_GCM("AES-256-GCM", true),
  SM4_GCM("SM4-GCM", true),
  HMAC_SHA_256("HMAC-SHA-256, HKDF", true),
  ED25519("Ed25519", true),
  ML_DSA_65("ML-DSA-65", true),
  X25519_ML_KEM_768("X25519 + ML-KEM-768", true),
  ARGON2ID("Argon2id", true),
  TLS("TLS 1.3", true),
  RSA("RSA", false),
  ECDSA("ECDSA, SM2", false);

  static final Table<AlgorithmUse> TABLE = Table.<AlgorithmUse>named("keys.algorithms")
      .with("name", use -> Cell.text(use.algorithm))
      .with("use", use -> Cell.code("keys.use", use.name().toLowerCase(Locale.ROOT).replace('_', '-')))
      .with("state", use -> new Cell.Code("keys.state", use.isUsed ? "used" : "not-used",
          use.isUsed ? Cell.Tone.GOOD : Cell.Tone.PLAIN));

  private final String algorithm;
  private final boolean isUsed;

  AlgorithmUse(String algorithm, boolean isUsed) {
    this.algorithm = algorithm;
    this.isUsed = isUsed;
  }
}
