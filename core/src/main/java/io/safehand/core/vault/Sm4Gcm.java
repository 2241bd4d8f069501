package io.safehand.core.vault;

import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4-GCM of BouncyCastle, without a provider being installed. */
final class Sm4Gcm implements Aead {
  static final int KEY_BYTES = 16;
  private final GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());

  @Override
  public void startSealing(byte[] key, byte[] nonce, byte[] context, int from, int length) {
    start(true, key, nonce);
    cipher.processAADBytes(context, from, length);
  }

  @Override
  public void startOpening(byte[] key, byte[] nonce, byte[] context, int from, int length) {
    start(false, key, nonce);
    cipher.processAADBytes(context, from, length);
  }

  private void start(boolean sealing, byte[] key, byte[] nonce) {
    if (key.length != KEY_BYTES || nonce.length != NONCE_BYTES) {
      throw new IllegalArgumentException("SM4-GCM takes 16 bytes of key and 12 of nonce");
    }
    cipher.init(sealing, new AEADParameters(new KeyParameter(key), TAG_BYTES * 8, nonce));
  }

  @Override
  public void seal(byte[] plain, int from, int length, byte[] out, int outFrom) {
    int done = cipher.processBytes(plain, from, length, out, outFrom);
    try {
      cipher.doFinal(out, outFrom + done);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("SM4-GCM could not seal", e);
    }
  }

  @Override
  public boolean open(byte[] sealed, int from, int length, byte[] out, int outFrom) {
    if (length < TAG_BYTES) {
      return false;
    }
    try {
      int done = cipher.processBytes(sealed, from, length, out, outFrom);
      cipher.doFinal(out, outFrom + done);
      return true;
    } catch (InvalidCipherTextException e) {
      Arrays.fill(out, outFrom, outFrom + length - TAG_BYTES, (byte) 0);
      return false;
    }
  }

  @Override
  public void forget() {
    start(false, new byte[KEY_BYTES], new byte[NONCE_BYTES]);
  }
}
