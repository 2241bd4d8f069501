package io.safehand.core.ledger.note;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;

/** A witness's private key. It signs whatever it is given: what may be cosigned is the witness's business. */
public final class WitnessKey implements AutoCloseable {
  public static final int SECRET_BYTES = SeededKey.SEED_BYTES;
  private final String name;
  private final byte[] secret;
  private final SeededKey key;

  private WitnessKey(String name, byte[] secret, SecureRandom random) {
    this.name = name;
    this.secret = secret;
    key = new SeededKey(SigningAlgorithm.ED25519, secret, random);
  }

  public static WitnessKey generate(String name, SecureRandom random) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return new WitnessKey(name, secret, random);
  }

  /** The key of a secret of 32 bytes. */
  public static WitnessKey open(String name, byte[] secret, SecureRandom random) {
    if (secret.length != SECRET_BYTES) {
      throw new IllegalArgumentException("not a witness's secret");
    }
    return new WitnessKey(name, secret.clone(), random);
  }

  /** A copy, to be kept safe and then zeroed by the caller. */
  public byte[] secret() {
    return secret.clone();
  }

  public TrustedKey trusted() {
    return key.trusted(name, SignerRole.WITNESS);
  }

  /** The line that says: at this second, this checkpoint was the largest I saw and continued all before it. */
  public NoteSignature cosign(SignedNote note, Instant at) {
    long seconds = at.getEpochSecond();
    byte[] signature = key.sign(Trust.cosigned(seconds, note.text()));
    byte[] timed = ByteBuffer.allocate(Long.BYTES + signature.length).putLong(seconds).put(signature).array();
    return NoteSignature.of(name, trusted().keyId(), timed);
  }

  @Override
  public void close() {
    Arrays.fill(secret, (byte) 0);
  }

  @Override
  public String toString() {
    return "WitnessKey[" + name + ", •••]";
  }
}
