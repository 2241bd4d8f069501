package io.safehand.core.custody.intake;

import io.safehand.core.person.FieldName;
import io.safehand.core.person.PersonalText;
import io.safehand.core.vault.ForgedRecord;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The clear text of a field group, as it is sealed: each field that is held, in the inventory's order, as one
 * byte of name length, the name, two bytes of value length, the value in UTF-8. docs/formats/package.md.
 */
public final class GroupText {
  private GroupText() {}

  static void write(byte[] name, byte[] value, ByteBuffer to) {
    to.put((byte) name.length).put(name).putShort((short) value.length).put(value);
  }

  static byte[] name(FieldName field) {
    return field.text().getBytes(StandardCharsets.US_ASCII);
  }

  /** Reads all fields of a group that was opened; {@link ForgedRecord} when whoever sealed it sealed no fields. */
  public static Map<FieldName, PersonalText> read(byte[] clear) {
    try {
      return fields(clear);
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException other) {
      throw new ForgedRecord("a sealed group holds something else than fields");
    }
  }

  private static Map<FieldName, PersonalText> fields(byte[] clear) {
    Map<FieldName, PersonalText> fields = new LinkedHashMap<>();
    ByteBuffer from = ByteBuffer.wrap(clear);
    while (from.hasRemaining()) {
      String name = text(from, from.get() & 0xff, clear);
      String value = text(from, from.getShort() & 0xffff, clear);
      fields.put(new FieldName(name), PersonalText.of(value));
    }
    return fields;
  }

  private static String text(ByteBuffer from, int length, byte[] clear) {
    String text = new String(clear, from.position(), length, StandardCharsets.UTF_8);
    from.position(from.position() + length);
    return text;
  }
}
