package io.safehand.core.ledger.tiles;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lines one after another, each with its length in two bytes before it, high byte first. */
public final class LineBundle {
  private LineBundle() {}

  public static byte[] write(List<byte[]> lines) {
    ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    for (byte[] line : lines) {
      bundle.write(line.length >> 8);
      bundle.write(line.length);
      bundle.writeBytes(line);
    }
    return bundle.toByteArray();
  }

  /** Exactly this many lines with nothing after them, or empty. */
  public static Optional<List<byte[]>> read(byte[] bundle, int count) {
    ByteBuffer from = ByteBuffer.wrap(bundle);
    Optional<List<byte[]>> lines = read(from, count);
    return from.hasRemaining() ? Optional.empty() : lines;
  }

  /** This many lines from the buffer's position, or empty where it ends too early. */
  public static Optional<List<byte[]>> read(ByteBuffer from, int count) {
    List<byte[]> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int length = from.remaining() < Short.BYTES ? Integer.MAX_VALUE : Short.toUnsignedInt(from.getShort());
      if (length > from.remaining()) {
        return Optional.empty();
      }
      byte[] line = new byte[length];
      from.get(line);
      lines.add(line);
    }
    return Optional.of(lines);
  }
}
