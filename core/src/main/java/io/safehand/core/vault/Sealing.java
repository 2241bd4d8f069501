package io.safehand.core.vault;

import io.safehand.core.person.PersonId;
import io.safehand.core.person.RecordId;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Seals the groups of one record. Made by {@link Vault#record}, which reuses it: valid until the next call there.
 */
public final class Sealing {
  private final Randomness randomness;
  private final Derivation derivation;
  private final Context context = new Context();
  private final byte[] dataKey = new byte[SecretBytes.BYTES];
  private final byte[] groupKey = new byte[SecretBytes.BYTES];
  private final byte[] nonce = new byte[Aead.NONCE_BYTES];
  private PersonId person = new PersonId(0, 0);
  private RecordId record = new RecordId(0, 0);
  private KeyId keyId = new KeyId(0, 0);

  Sealing(Randomness randomness, Derivation derivation) {
    this.randomness = randomness;
    this.derivation = derivation;
  }

  Sealing begin(PersonKey key, PersonId who, RecordId what) {
    person = who;
    record = what;
    keyId = key.id();
    derivation.data(key.bytes(), dataKey);
    return this;
  }

  /**
   * Appends the sealed group to {@code out}, a buffer with an array and at least {@link
   * PreparedGroup#sealedBytes} of room.
   */
  public void seal(PreparedGroup group, byte[] plain, int from, int length, ByteBuffer out) {
    if (person.isAbsent()) {
      throw new IllegalStateException("no record is being sealed");
    }
    if (out.remaining() < group.sealedBytes(length)) {
      throw new BufferOverflowException();
    }
    Algorithms algorithms = derivation.algorithms(group.suite());
    derivation.group(dataKey, group, groupKey);
    context.set(group, person, record, keyId);
    out.put(group.header());
    VarInt.write(length + Aead.TAG_BYTES, out);
    randomness.fill(nonce);
    out.put(nonce);
    int at = out.arrayOffset() + out.position();
    context.commit(algorithms.hmac(), groupKey, out.array(), at);
    algorithms.sealing(groupKey, nonce, context.bytes(), context.from(), context.length())
        .seal(plain, from, length, out.array(), at + SealedGroup.COMMITMENT_BYTES);
    out.position(out.position() + SealedGroup.COMMITMENT_BYTES + length + Aead.TAG_BYTES);
  }

  /** The same into a value of its own. */
  public SealedGroup seal(PreparedGroup group, byte[] plain) {
    ByteBuffer out = ByteBuffer.allocate(group.sealedBytes(plain.length));
    seal(group, plain, 0, plain.length, out);
    return SealedGroup.read(Arrays.copyOf(out.array(), out.position()));
  }

  void forget() {
    person = new PersonId(0, 0);
    Arrays.fill(dataKey, (byte) 0);
    Arrays.fill(groupKey, (byte) 0);
  }
}
