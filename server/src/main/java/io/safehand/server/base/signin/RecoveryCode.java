package io.safehand.server.base.signin;

import io.safehand.core.hash.Sha256;
import java.security.SecureRandom;
import java.util.Locale;

/** A code to be kept on paper: 80 random bits in four groups of four. Its hash is all that is stored. Cannot be printed. */
final class RecoveryCode {
  static final int OF_AN_ACCOUNT = 10;
  private static final int BYTES = 10;

  private final String letters;

  private RecoveryCode(String letters) {
    this.letters = letters;
  }

  static RecoveryCode draw(SecureRandom random) {
    byte[] bits = new byte[BYTES];
    random.nextBytes(bits);
    return new RecoveryCode(Base32.encode(bits));
  }

  /** What somebody typed, with or without hyphens, spaces and capitals. */
  static RecoveryCode typed(String text) {
    return new RecoveryCode(text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
  }

  Secret shown() {
    return new Secret(letters.replaceAll("(.{4})(?=.)", "$1-"));
  }

  byte[] sha256() {
    return Sha256.of(letters);
  }

  @Override
  public String toString() {
    return "•••";
  }
}
