package io.safehand.core.vault;

/** One authenticated cipher with a 96-bit nonce and a 128-bit tag after the ciphertext. For one thread. */
sealed interface Aead permits AesGcm, Sm4Gcm {
  int NONCE_BYTES = 12;
  int TAG_BYTES = 16;

  /** Starts a message to be sealed. The context is authenticated, not sealed. */
  void startSealing(byte[] key, byte[] nonce, byte[] context, int from, int length);

  /** Starts a message to be opened. */
  void startOpening(byte[] key, byte[] nonce, byte[] context, int from, int length);

  /** Seals the whole message; writes its length and 16 bytes. */
  void seal(byte[] plain, int from, int length, byte[] out, int outFrom);

  /** Opens the whole message; false, with nothing left in {@code out}, when it is not authentic. */
  boolean open(byte[] sealed, int from, int length, byte[] out, int outFrom);

  /** Overwrites the key schedule. */
  void forget();
}
