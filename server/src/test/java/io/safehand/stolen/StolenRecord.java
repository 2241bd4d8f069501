package io.safehand.stolen;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One version of a record's row; {@code groups} are its sealed field groups, one after the other. */
record StolenRecord(UUID person, UUID id, UUID key, ByteBuffer groups) {
  /** The values of every group; empty when one of them does not open under this key. */
  Optional<Map<String, String>> open(UUID keyId, byte[] personKey) {
    Map<String, String> values = new HashMap<>();
    byte[] data = Tools.expand(personKey, Tools.ascii("safehand data 1"));
    ByteBuffer from = groups.duplicate();
    while (from.hasRemaining()) {
      Optional<byte[]> clear = open(keyId, data, from);
      if (clear.isEmpty()) {
        return Optional.empty();
      }
      read(ByteBuffer.wrap(clear.get()), values);
    }
    return Optional.of(values);
  }

  private Optional<byte[]> open(UUID keyId, byte[] data, ByteBuffer from) {
    byte format = from.get();
    byte suite = from.get();
    byte[] name = bytes(from, from.get());
    int version = number(from);
    int length = number(from);
    byte[] nonce = bytes(from, 12);
    from.position(from.position() + 32); // the commitment, of which a thief asks nothing
    byte[] sealed = ByteBuffer.allocate(12 + length).put(nonce).put(bytes(from, length)).array();
    ByteBuffer context = ByteBuffer.allocate(128);
    part(context, new byte[]{format});
    part(context, new byte[]{suite});
    part(context, Tools.bytes(person));
    part(context, Tools.bytes(id));
    part(context, name);
    part(context, ByteBuffer.allocate(4).putInt(version).array());
    part(context, Tools.bytes(keyId));
    byte[] key = Tools.expand(data, Tools.ascii("safehand group 1"), new byte[]{0, suite}, name);
    return Tools.open(key, bytes(context.flip(), context.remaining()), sealed);
  }

  private static void part(ByteBuffer to, byte[] part) {
    to.put((byte) part.length).put(part);
  }

  private static int number(ByteBuffer from) {
    int number = 0;
    for (int shift = 0;; shift += 7) {
      byte next = from.get();
      number |= (next & 0x7f) << shift;
      if (next >= 0) {
        return number;
      }
    }
  }

  private static void read(ByteBuffer clear, Map<String, String> values) {
    while (clear.hasRemaining()) {
      String name = new String(bytes(clear, clear.get()), StandardCharsets.US_ASCII);
      values.put(name, new String(bytes(clear, clear.getShort() & 0xffff), StandardCharsets.UTF_8));
    }
  }

  private static byte[] bytes(ByteBuffer from, int length) {
    byte[] bytes = new byte[length];
    from.get(bytes);
    return bytes;
  }
}
