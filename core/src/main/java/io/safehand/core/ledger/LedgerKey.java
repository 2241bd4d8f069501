package io.safehand.core.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that links one person's lines: who holds it finds them all, nobody else finds any.
 *
 * <p>For one thread at a time. Closing zeroes what this class holds.
 */
public final class LedgerKey implements AutoCloseable {
  public static final int BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] ABOUT = "{\"about\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NONCE = ",\"nonce\":\"".getBytes(StandardCharsets.US_ASCII);
  private final byte[] key;
  private final Mac mac;

  private LedgerKey(byte[] key) {
    this.key = key;
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
    } catch (NoSuchAlgorithmException | InvalidKeyException absent) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, absent);
    }
  }

  /** Copies the 32 bytes, so the caller may zero them. */
  public static LedgerKey of(byte[] key) {
    if (key.length != BYTES) {
      throw new IllegalArgumentException("a ledger key is 32 bytes");
    }
    return new LedgerKey(key.clone());
  }

  /** How a line with this nonce names the person. */
  public About about(LineNonce nonce) {
    return new About(HexFormat.of().formatHex(mac.doFinal(nonce.bytes())));
  }

  /**
   * True if the line is about this person. Reads only what it needs of the canonical bytes, so that ten million
   * lines take seconds; a line that is not canonical is about nobody.
   */
  public boolean marks(byte[] line) {
    int nonceAt = lastIndexOf(line, NONCE) + NONCE.length;
    int nonceEnd = nonceAt + LineNonce.HEX_DIGITS;
    int aboutEnd = ABOUT.length + 2 * BYTES;
    if (!startsWith(line, ABOUT) || nonceAt < aboutEnd || nonceEnd > line.length) {
      return false;
    }
    byte[] nonce = hex(line, nonceAt, nonceEnd);
    byte[] about = hex(line, ABOUT.length, aboutEnd);
    return nonce.length > 0 && about.length > 0 && MessageDigest.isEqual(mac.doFinal(nonce), about);
  }

  private static boolean startsWith(byte[] line, byte[] start) {
    return line.length >= start.length && Arrays.equals(line, 0, start.length, start, 0, start.length);
  }

  /** The last one: texts are escaped, so after the line's own nonce nothing can look like it. */
  private static int lastIndexOf(byte[] line, byte[] part) {
    for (int at = line.length - part.length; at >= 0; at--) {
      if (line[at] == part[0] && Arrays.equals(line, at, at + part.length, part, 0, part.length)) {
        return at;
      }
    }
    return -part.length;
  }

  private static byte[] hex(byte[] line, int from, int to) {
    byte[] bytes = new byte[(to - from) / 2];
    for (int i = 0; i < bytes.length; i++) {
      int high = Character.digit(line[from + 2 * i], 16);
      int low = Character.digit(line[from + 2 * i + 1], 16);
      if (high < 0 || low < 0) {
        return new byte[0];
      }
      bytes[i] = (byte) (high << 4 | low);
    }
    return bytes;
  }

  @Override
  public void close() {
    Arrays.fill(key, (byte) 0);
    try {
      mac.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("a key of zeroes is a key", impossible);
    }
  }

  @Override
  public String toString() {
    return "LedgerKey[•••]";
  }
}
