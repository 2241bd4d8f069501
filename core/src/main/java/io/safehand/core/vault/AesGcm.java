package io.safehand.core.vault;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256-GCM of the JDK through one reused {@link Cipher}. */
final class AesGcm implements Aead {
  private static final int KEY_BYTES = 32;
  private final Cipher cipher;

  AesGcm() {
    try {
      this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no AES-GCM", e);
    }
  }

  @Override
  public void startSealing(byte[] key, byte[] nonce, byte[] context, int from, int length) {
    start(Cipher.ENCRYPT_MODE, key, nonce);
    cipher.updateAAD(context, from, length);
  }

  @Override
  public void startOpening(byte[] key, byte[] nonce, byte[] context, int from, int length) {
    start(Cipher.DECRYPT_MODE, key, nonce);
    cipher.updateAAD(context, from, length);
  }

  private void start(int mode, byte[] key, byte[] nonce) {
    if (key.length != KEY_BYTES || nonce.length != NONCE_BYTES) {
      throw new IllegalArgumentException("AES-256-GCM takes 32 bytes of key and 12 of nonce");
    }
    try {
      cipher.init(mode, new RawKey(key), new GCMParameterSpec(TAG_BYTES * 8, nonce));
    } catch (InvalidKeyException | InvalidAlgorithmParameterException e) {
      throw new IllegalStateException("AES-256-GCM refused a key or nonce", e);
    }
  }

  @Override
  public void seal(byte[] plain, int from, int length, byte[] out, int outFrom) {
    try {
      cipher.doFinal(plain, from, length, out, outFrom);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM could not seal", e);
    }
  }

  @Override
  public boolean open(byte[] sealed, int from, int length, byte[] out, int outFrom) {
    if (length < TAG_BYTES) {
      return false;
    }
    try {
      cipher.doFinal(sealed, from, length, out, outFrom);
      return true;
    } catch (AEADBadTagException e) {
      Arrays.fill(out, outFrom, outFrom + length - TAG_BYTES, (byte) 0);
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM could not open", e);
    }
  }

  @Override
  public void forget() {
    start(Cipher.DECRYPT_MODE, new byte[KEY_BYTES], new byte[NONCE_BYTES]);
  }
}
