package io.safehand.core.handover.age;

import io.safehand.core.hash.Sha256;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;

/**
 * The public half of a receiving key, text {@code age1pq1…}. It may be shown to anybody.
 *
 * <p>Nothing in it says whose it is: two people confirm the {@link #fingerprint()}, and the holder proves possession.
 */
public final class Recipient {
  private static final String PREFIX = "age1pq";

  private final byte[] key;

  Recipient(byte[] key) {
    this.key = key;
  }

  /** Refuses anything but a well formed {@code age1pq1…} of the right length in lower case. */
  public static Recipient parse(String text) {
    Bech32 parsed = Bech32.parse(text);
    if (!parsed.prefix().equals(PREFIX) || parsed.data().length != XWing.PUBLIC_BYTES) {
      throw new IllegalArgumentException("a public receiving key is age1pq1… over 1216 bytes");
    }
    return new Recipient(parsed.data());
  }

  public String text() {
    return new Bech32(PREFIX, key).text();
  }

  /** SHA-256 of the 1216 public bytes, 64 lower-case hexadecimal digits. */
  public String fingerprint() {
    return Sha256.hex(key);
  }

  /** Starts an age file for this recipient alone. Closing the returned channel writes the last chunk and closes {@code out}: without it the file never opens. */
  public WritableByteChannel sealing(WritableByteChannel out, SecureRandom random) throws IOException {
    try {
      return new StandardEncryptingChannelFactory().newEncryptingChannel(out,
          List.of(new HybridStanzaWriter(key, random)));
    } catch (GeneralSecurityException unusable) {
      throw new IOException("the public receiving key cannot be used", unusable);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Recipient recipient && MessageDigest.isEqual(key, recipient.key);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(key);
  }

  @Override
  public String toString() {
    return text();
  }
}
