package io.safehand.server.base.signin;

import io.safehand.core.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a browser shows to be known again: 256 random bits. Only its hash is stored, so that a stolen database opens no
 * session. It cannot be printed.
 */
public final class SessionToken {
  private static final int BYTES = 32;

  private final String text;

  private SessionToken(String text) {
    this.text = text;
  }

  /** A token that nobody has seen before. */
  public static SessionToken fresh(SecureRandom random) {
    byte[] bits = new byte[BYTES];
    random.nextBytes(bits);
    return new SessionToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  /** Empty when the text cannot be a token. */
  public static Optional<SessionToken> parse(String text) {
    return text.matches("[A-Za-z0-9_-]{43}") ? Optional.of(new SessionToken(text)) : Optional.empty();
  }

  /** For the cookie alone. */
  public String exposed() {
    return text;
  }

  byte[] sha256() {
    return Sha256.of(bytes());
  }

  /** A value bound to this token and a use, from which the token cannot be told. */
  public String derived(String use) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes(), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(use.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException | InvalidKeyException absent) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", absent);
    }
  }

  private byte[] bytes() {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    return "•••";
  }
}
