package io.safehand.core.vault;

import io.safehand.core.person.FieldName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds equal values without storing them: a tag is the first 8 bytes, big-endian, of HMAC-SHA-256(epoch key, field
 * name | 0 | value in UTF-8). Equal values of a field have equal tags within an epoch; unequal ones may too, so a hit
 * counts only after the opened value equals. Whoever has the epoch key can guess values. For one thread.
 */
public final class BlindIndex implements AutoCloseable {
  private static final int LONGEST_ASCII_FIRST = 256;
  private final Hmac hmac = new Hmac(new Hash.Sha256());
  private final byte[] tag = new byte[Hash.BYTES];
  private byte[] message = new byte[64 + LONGEST_ASCII_FIRST];

  /** Keeps what it needs of the key, which may be closed. */
  public BlindIndex(EpochKey key) {
    hmac.key(key.bytes());
  }

  /** The tag of a value that was brought to its search form before. */
  public long tag(FieldName field, String normalised) {
    String name = field.text();
    int start = name.length() + 1;
    int length = ascii(name, 0);
    message[length] = 0;
    length = start + normalised.length() <= message.length ? ascii(normalised, start) : -1;
    if (length < 0) {
      byte[] value = normalised.getBytes(StandardCharsets.UTF_8);
      length = start + value.length;
      message = length > message.length ? grown(length) : message;
      System.arraycopy(value, 0, message, start, value.length);
      Arrays.fill(value, (byte) 0);
    }
    hmac.mac(message, 0, length, tag, 0);
    return ByteBuffer.wrap(tag).getLong();
  }

  /** Writes the text and returns where it ends, or -1 when it is not ASCII. */
  private int ascii(String text, int from) {
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter >= 0x80) {
        return -1;
      }
      message[from + i] = (byte) letter;
    }
    return from + text.length();
  }

  private byte[] grown(int length) {
    byte[] longer = Arrays.copyOf(message, length);
    Arrays.fill(message, (byte) 0);
    return longer;
  }

  @Override
  public void close() {
    hmac.forget();
    Arrays.fill(message, (byte) 0);
    Arrays.fill(tag, (byte) 0);
  }
}
