package io.safehand.core.ledger;

import io.safehand.core.ledger.tiles.LineBundle;
import io.safehand.core.ledger.tree.Hash;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What one append puts into the journal: length, first number, count, lines, the root after them, CRC-32C. Whole or
 * not there at all.
 */
record JournalFrame(long first, List<byte[]> lines, Hash rootAfter) {
  /** More lines at once have to be offered in parts. */
  static final int LONGEST = 1 << 26;

  private static final int HEAD = Integer.BYTES + Long.BYTES + Integer.BYTES;
  private static final int TAIL = Hash.BYTES + Integer.BYTES;

  /** How many bytes the frame takes. */
  static long bytes(List<byte[]> lines) {
    long bytes = HEAD + TAIL;
    for (byte[] line : lines) {
      bytes += Short.BYTES + line.length;
    }
    return bytes;
  }

  /** Writes the frame into the buffer, which becomes ready to be read. */
  void write(ByteBuffer to) {
    int start = to.position();
    int length = (int) bytes(lines);
    to.putInt(length).putLong(first).putInt(lines.size());
    for (byte[] line : lines) {
      to.putShort((short) line.length).put(line);
    }
    to.put(rootAfter.bytes());
    to.putInt(crc(to.duplicate().position(start).limit(start + length - Integer.BYTES)));
    to.flip();
  }

  /** The length that stands at the buffer's position, or 0 if no frame can begin there. */
  static int length(ByteBuffer head) {
    int length = head.getInt(head.position());
    return length < HEAD + TAIL || length > LONGEST ? 0 : length;
  }

  /** Reads a buffer of exactly the frame's length; empty if it is torn. */
  static Optional<JournalFrame> read(ByteBuffer frame) {
    int body = frame.remaining() - TAIL;
    if (frame.getInt(frame.limit() - Integer.BYTES) != crc(
        frame.duplicate().limit(frame.limit() - Integer.BYTES))) {
      return Optional.empty();
    }
    frame.getInt();
    long first = frame.getLong();
    int count = frame.getInt();
    ByteBuffer bundle = frame.slice(HEAD, body - HEAD);
    byte[] root = new byte[Hash.BYTES];
    frame.get(body, root);
    return LineBundle.read(bundle, count)
        .filter(lines -> !bundle.hasRemaining())
        .map(lines -> new JournalFrame(first, lines, Hash.of(root)));
  }

  private static int crc(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
