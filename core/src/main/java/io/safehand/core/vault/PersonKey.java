package io.safehand.core.vault;

/** The one key of a customer of a company: random, the root of everything sealed for that person. Never travels. */
public final class PersonKey extends OpeningKey {
  PersonKey(KeyId id, byte[] bytes) {
    super(id, bytes);
  }

  /** A new key with a new id. */
  public static PersonKey draw(Randomness randomness) {
    byte[] bytes = new byte[SecretBytes.BYTES];
    randomness.fill(bytes);
    return new PersonKey(randomness.keyId(), bytes);
  }
}
