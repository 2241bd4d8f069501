package io.safehand.stolen;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The bytes that show a value to whoever looks into a file: four encodings, base64 wherever it begins, hexadecimal. */
record WrittenForms(String value) {
  static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GBK"),
      StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);
  private static final int BITS = 6;

  List<ByteBuffer> all() {
    List<ByteBuffer> forms = new ArrayList<>();
    CHARSETS.forEach(charset -> forms.add(ByteBuffer.wrap(value.getBytes(charset))));
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    Stream.of(0, 1, 2).map(before -> base64(bytes, before)).forEach(forms::add);
    forms.add(ByteBuffer.wrap(Tools.ascii(HexFormat.of().formatHex(bytes))));
    return forms;
  }

  /** What stays the same whatever comes before, that many bytes over a multiple of three, and behind. */
  static ByteBuffer base64(byte[] bytes, int before) {
    byte[] shifted = ByteBuffer.allocate(before + bytes.length).position(before).put(bytes).array();
    String text = Base64.getEncoder().encodeToString(shifted);
    int from = (before * Byte.SIZE + BITS - 1) / BITS;
    return ByteBuffer.wrap(Tools.ascii(text.substring(from, shifted.length * Byte.SIZE / BITS)));
  }
}
