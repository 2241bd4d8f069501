package io.safehand.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.SplittableRandom;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The steps of sealing over the JDK's Mac and Cipher, reused: derivations, a commitment and AES-256-GCM for each group, a
 * ledger key, four tags. Its randomness is fast and bad; its associated data is constant.
 */
final class BareSealing {
  private static final byte[] LABEL = "a label of derivation 1\1".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CONTEXT = new byte[80];
  private static final int TAGS = 4;
  private final int groups;
  private final byte[] clear;
  private final SplittableRandom random = new SplittableRandom(1);
  private final Cipher cipher;
  private final Mac mac;
  private final Mac index;
  private final byte[] key = new byte[32];
  private final byte[] nonce = new byte[12];
  private final byte[] out;

  BareSealing(int groups, int groupBytes) throws GeneralSecurityException {
    this.groups = groups;
    this.clear = new byte[groupBytes];
    this.out = new byte[groupBytes + 16];
    this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
    this.mac = Mac.getInstance("HmacSHA256");
    this.index = Mac.getInstance("HmacSHA256");
    index.init(new SecretKeySpec(key, "HmacSHA256"));
  }

  long seal(int people) throws GeneralSecurityException {
    long used = 0;
    for (int i = 0; i < people; i++) {
      random.nextBytes(key);
      byte[] data = hmac(key, LABEL);
      for (int group = 0; group < groups; group++) {
        byte[] groupKey = hmac(data, LABEL);
        used += hmac(groupKey, CONTEXT)[0];
        used += encrypt(groupKey, clear, out);
      }
      used += encrypt(hmac(key, LABEL), key, out);
      byte[] value = ("customer_no\0" + (1_000_000_000 + i)).getBytes(StandardCharsets.UTF_8);
      for (int tag = 0; tag < TAGS; tag++) {
        used += index.doFinal(value)[0];
      }
    }
    return used;
  }

  private byte[] hmac(byte[] by, byte[] message) throws GeneralSecurityException {
    mac.init(new SecretKeySpec(by, "HmacSHA256"));
    return mac.doFinal(message);
  }

  private int encrypt(byte[] by, byte[] plain, byte[] to) throws GeneralSecurityException {
    random.nextBytes(nonce);
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(by, "AES"), new GCMParameterSpec(128, nonce));
    cipher.updateAAD(CONTEXT);
    return cipher.doFinal(plain, 0, plain.length, to);
  }
}
