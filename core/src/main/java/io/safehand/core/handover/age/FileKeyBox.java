package io.safehand.core.handover.age;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Wraps one file key under one encapsulated secret: HPKE base mode (RFC 9180), KEM 0x647a, HKDF-SHA256, ChaCha20-Poly1305, as age v1.3 does for {@code mlkem768x25519}.
 *
 * <p>One message for one secret: the nonce is the base nonce, and a box is used once.
 */
final class FileKeyBox {
  static final int WRAPPED_BYTES = 32;
  private static final byte[] SUITE = {'H', 'P', 'K', 'E', 0x64, 0x7a, 0x00, 0x01, 0x00, 0x03};
  private static final byte[] INFO = ascii("age-encryption.org/mlkem768x25519");
  private static final byte[] NOTHING = {};

  private final byte[] key;
  private final byte[] nonce;

  FileKeyBox(byte[] secret) throws GeneralSecurityException {
    byte[] context = context();
    byte[] root = extract(secret, "secret", NOTHING);
    this.key = expand(root, "key", context, 32);
    this.nonce = expand(root, "base_nonce", context, 12);
  }

  byte[] wrap(byte[] fileKey) throws GeneralSecurityException {
    return cipher(Cipher.ENCRYPT_MODE).doFinal(fileKey);
  }

  byte[] unwrap(byte[] wrapped) throws GeneralSecurityException {
    return cipher(Cipher.DECRYPT_MODE).doFinal(wrapped);
  }

  private Cipher cipher(int mode) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
    cipher.init(mode, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce));
    return cipher;
  }

  private static byte[] context() throws GeneralSecurityException {
    ByteBuffer context = ByteBuffer.allocate(65).put((byte) 0);
    context.put(extract(NOTHING, "psk_id_hash", NOTHING));
    context.put(extract(NOTHING, "info_hash", INFO));
    return context.array();
  }

  private static byte[] extract(byte[] salt, String label, byte[] input) throws GeneralSecurityException {
    Mac mac = mac(salt.length == 0 ? new byte[32] : salt);
    mac.update(ascii("HPKE-v1"));
    mac.update(SUITE);
    mac.update(ascii(label));
    return mac.doFinal(input);
  }

  private static byte[] expand(byte[] root, String label, byte[] context, int length)
      throws GeneralSecurityException {
    Mac mac = mac(root);
    mac.update(new byte[]{0, (byte) length});
    mac.update(ascii("HPKE-v1"));
    mac.update(SUITE);
    mac.update(ascii(label));
    mac.update(context);
    return Arrays.copyOf(mac.doFinal(new byte[]{1}), length);
  }

  private static Mac mac(byte[] key) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
