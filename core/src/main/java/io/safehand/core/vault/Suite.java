package io.safehand.core.vault;

/** The algorithms a message is sealed with, by the number that stands in every format. A number never changes its meaning. */
public enum Suite {
  /** AES-256-GCM with HMAC-SHA-256 (SP 800-38D, RFC 2104). */
  AES_256_GCM(1),
  /** SM4-GCM with HMAC-SM3 (GB/T 32907, GB/T 32905, RFC 8998). */
  SM4_GCM_SM3(2);

  private final int number;

  Suite(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /** Refuses an unknown number with {@link FormatRefused}. */
  public static Suite ofNumber(int number) {
    return switch (number) {
      case 1 -> AES_256_GCM;
      case 2 -> SM4_GCM_SM3;
      default -> throw new FormatRefused("unknown suite " + number);
    };
  }
}
