package io.safehand.core.vault.root;

import io.safehand.core.vault.Randomness;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Mode S1: a passphrase in Unicode form NFC, UTF-8, through Argon2id version 1.3 with what the slot says. */
public final class Passphrase extends UnsealSecret {
  private final byte[] text;
  private final Argon2Cost cost;
  private Optional<Stretching> last = Optional.empty();
  private final byte[] lastKey = new byte[UnsealKey.BYTES];

  /** Takes a copy; the caller overwrites the array. An empty one is refused. */
  public Passphrase(char[] text) {
    this(text, Argon2Cost.USUAL);
  }

  Passphrase(char[] text, Argon2Cost cost) {
    if (text.length == 0) {
      throw new IllegalArgumentException("a passphrase is not empty");
    }
    ByteBuffer encoded = StandardCharsets.UTF_8
        .encode(CharBuffer.wrap(Normalizer.normalize(CharBuffer.wrap(text), Normalizer.Form.NFC)));
    this.text = new byte[encoded.remaining()];
    encoded.get(this.text);
    Arrays.fill(encoded.array(), (byte) 0);
    this.cost = cost;
  }

  @Override
  public UnsealMode mode() {
    return UnsealMode.S1;
  }

  /** The same for all slots of an installation, so that a start computes Argon2id once. */
  @Override
  Optional<Stretching> stretching(Optional<Stretching> beside, Randomness randomness) {
    return beside.or(() -> last).or(() -> Optional.of(Stretching.draw(randomness, cost)));
  }

  @Override
  UnsealKey key(Optional<Stretching> stretching) {
    Stretching wanted = stretching.orElseThrow();
    if (!last.equals(stretching)) {
      Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
      argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
          .withVersion(Argon2Parameters.ARGON2_VERSION_13)
          .withSalt(wanted.salt())
          .withMemoryAsKB(wanted.cost().memoryKib())
          .withIterations(wanted.cost().passes())
          .withParallelism(wanted.cost().lanes())
          .build());
      argon2.generateBytes(text, lastKey);
      last = stretching;
    }
    return new UnsealKey(lastKey.clone());
  }

  @Override
  public void close() {
    Arrays.fill(text, (byte) 0);
    Arrays.fill(lastKey, (byte) 0);
    last = Optional.empty();
  }
}
