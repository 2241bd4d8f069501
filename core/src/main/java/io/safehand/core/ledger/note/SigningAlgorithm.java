package io.safehand.core.ledger.note;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The algorithms of signatures. Every signature of a house is made with each of them, and all must verify. */
public enum SigningAlgorithm {
  /** RFC 8032, pure. */
  ED25519("Ed25519", "302a300506032b6570032100", 32, 64),
  /** FIPS 204, pure, with the empty context. */
  ML_DSA_65("ML-DSA-65", "308207b2300b0609608648016503040312038207a100", 1952, 3309);

  private final String code;
  private final byte[] publicKeyHeader;
  private final int publicKeyBytes;
  private final int signatureBytes;

  SigningAlgorithm(String code, String publicKeyHeader, int publicKeyBytes, int signatureBytes) {
    this.code = code;
    this.publicKeyHeader = HexFormat.of().parseHex(publicKeyHeader);
    this.publicKeyBytes = publicKeyBytes;
    this.signatureBytes = signatureBytes;
  }

  /** The name in files, which is also the platform's. */
  public String code() {
    return code;
  }

  public static Optional<SigningAlgorithm> ofCode(String code) {
    return Arrays.stream(values()).filter(algorithm -> algorithm.code.equals(code)).findFirst();
  }

  int publicKeyBytes() {
    return publicKeyBytes;
  }

  int signatureBytes() {
    return signatureBytes;
  }

  /** The SubjectPublicKeyInfo of a raw public key: the platform reads no other form. */
  byte[] publicKeyInfo(byte[] raw) {
    byte[] info = Arrays.copyOf(publicKeyHeader, publicKeyHeader.length + publicKeyBytes);
    System.arraycopy(raw, 0, info, publicKeyHeader.length, publicKeyBytes);
    return info;
  }

  byte[] rawPublicKey(byte[] info) {
    return Arrays.copyOfRange(info, info.length - publicKeyBytes, info.length);
  }
}
