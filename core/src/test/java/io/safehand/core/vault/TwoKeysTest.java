package io.safehand.core.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/**
 * GCM alone does not commit to its key: whoever knows two keys makes one message that both accept. Here one is made (Dodis
 * and others, "Fast Message Franking", 2018), shown to open under both keys with bare AES-GCM, and refused by the vault.
 */
class TwoKeysTest {
  private final VaultFixture safe = new VaultFixture();

  @Test
  void aMessageMadeForTwoKeysOpensUnderOneAtMost() throws Exception {
    PersonKey one = safe.key;
    PersonKey two = new PersonKey(one.id(), PersonKey.draw(safe.randomness).bytes().clone());
    PreparedGroup group = new PreparedGroup(VaultFixture.CONTACT, Suite.AES_256_GCM, 1);
    Context context = new Context();
    context.set(group, safe.person, safe.record, one.id());
    byte[] nonce = new byte[12];
    safe.randomness.fill(nonce);
    byte[] message = forBoth(groupKey(one, group), groupKey(two, group), nonce, context);
    opensBare(groupKey(one, group), nonce, context, message);
    opensBare(groupKey(two, group), nonce, context, message);
    opensUnderItsCommitmentOnly(one, two, group, nonce, context, message);
    opensUnderItsCommitmentOnly(two, one, group, nonce, context, message);
  }

  private void opensUnderItsCommitmentOnly(PersonKey committed, PersonKey other, PreparedGroup group,
      byte[] nonce, Context context, byte[] message) {
    ByteBuffer to = ByteBuffer.allocate(500).put(group.header());
    VarInt.write(message.length, to);
    byte[] commitment = new byte[32];
    context.commit(new Hmac(new Hash.Sha256()), groupKey(committed, group), commitment, 0);
    SealedGroup sealed = SealedGroup.read(to.put(nonce).put(commitment).put(message).flip());
    assertThat(safe.vault.open(VaultFixture.TOKEN, committed, safe.contact, sealed))
        .hasSize(message.length - 16);
    assertThatThrownBy(() -> safe.vault.open(VaultFixture.TOKEN, other, safe.contact, sealed))
        .isInstanceOf(ForgedRecord.class);
  }

  private static void opensBare(byte[] key, byte[] nonce, Context context, byte[] message) {
    AesGcm aes = new AesGcm();
    aes.startOpening(key, nonce, context.bytes(), context.from(), context.length());
    assertThat(aes.open(message, 0, message.length, new byte[32], 0)).isTrue();
  }

  private static byte[] groupKey(PersonKey key, PreparedGroup group) {
    byte[] data = new byte[32];
    byte[] out = new byte[32];
    new Derivation().data(key.bytes(), data);
    new Derivation().group(data, group, out);
    return out;
  }

  /** Two ciphertext blocks and a tag; the second block is solved for so that both keys give the same tag. */
  private static byte[] forBoth(byte[] one, byte[] two, byte[] nonce, Context context) throws Exception {
    Field h1 = Field.of(aes(one, new byte[16]));
    Field h2 = Field.of(aes(two, new byte[16]));
    byte[] start = ByteBuffer.allocate(16).put(nonce).putInt(1).array();
    byte[] blocks = new byte[32];
    blocks[0] = 42;
    Field open1 = ghash(h1, context, blocks).plus(Field.of(aes(one, start)));
    Field open2 = ghash(h2, context, blocks).plus(Field.of(aes(two, start)));
    Field factor = h1.times(h1).plus(h2.times(h2));
    Field second = open1.plus(open2).times(factor.inverse());
    second.write(ByteBuffer.wrap(blocks, 16, 16));
    ByteBuffer message = ByteBuffer.allocate(48).put(blocks);
    open1.plus(second.times(h1).times(h1)).write(message);
    return message.array();
  }

  private static Field ghash(Field h, Context context, byte[] blocks) {
    int padded = (context.length() + 15) / 16 * 16;
    ByteBuffer all = ByteBuffer.allocate(padded + blocks.length + 16);
    all.put(context.bytes(), context.from(), context.length()).position(padded).put(blocks);
    all.putLong(context.length() * 8L).putLong(blocks.length * 8L).flip();
    Field sum = new Field(0, 0);
    while (all.hasRemaining()) {
      sum = sum.plus(new Field(all.getLong(), all.getLong())).times(h);
    }
    return sum;
  }

  private static byte[] aes(byte[] key, byte[] block) throws Exception {
    Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
    return cipher.doFinal(block);
  }

  /** An element of GF(2^128) in the bit order of SP 800-38D. */
  private record Field(long high, long low) {
    static Field of(byte[] block) {
      ByteBuffer from = ByteBuffer.wrap(block);
      return new Field(from.getLong(), from.getLong());
    }

    void write(ByteBuffer to) {
      to.putLong(high).putLong(low);
    }

    Field plus(Field other) {
      return new Field(high ^ other.high, low ^ other.low);
    }

    Field times(Field other) {
      Field sum = new Field(0, 0);
      Field power = other;
      for (int bit = 0; bit < 128; bit++) {
        long word = bit < 64 ? high : low;
        if ((word >>> (63 - bit % 64) & 1) == 1) {
          sum = sum.plus(power);
        }
        long carry = (power.low & 1) == 1 ? 0xe1L << 56 : 0;
        power = new Field(power.high >>> 1 ^ carry, power.low >>> 1 | power.high << 63);
      }
      return sum;
    }

    /** x to the power 2^128 − 2. */
    Field inverse() {
      Field result = new Field(1L << 63, 0);
      Field power = this;
      for (int i = 1; i < 128; i++) {
        power = power.times(power);
        result = result.times(power);
      }
      return result;
    }
  }
}
