package io.safehand.core.detect.sheet;

import io.safehand.core.detect.text.DamagedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The texts that cells of all sheets point at, as UTF-8 in a few large arrays. Refuses more than 256 MiB of them, or 16 million ({@code
 * sheet.too_large}): such a file is to be saved as CSV.
 */
final class SharedTexts {
  private static final int BLOCK = 1 << 20;
  private static final long MOST_BYTES = 256L << 20;
  private static final int MOST_TEXTS = 16 << 20;
  private final List<byte[]> blocks = new ArrayList<>();
  private long[] places = new long[1024];
  private int count;
  private int used = BLOCK;
  private long bytes;

  static SharedTexts none() {
    return new SharedTexts();
  }

  static SharedTexts read(Xml xml) throws IOException {
    SharedTexts texts = new SharedTexts();
    try (xml) {
      while (xml.find("si")) {
        texts.add(xml.item("si").getBytes(StandardCharsets.UTF_8));
      }
    }
    return texts;
  }

  private void add(byte[] text) {
    bytes += text.length;
    if (bytes > MOST_BYTES || count == MOST_TEXTS) {
      throw DamagedFile.whole("sheet.too_large");
    }
    if (used + text.length > BLOCK) {
      blocks.add(new byte[Math.max(BLOCK, text.length)]);
      used = 0;
    }
    if (count == places.length) {
      places = Arrays.copyOf(places, count * 2);
    }
    System.arraycopy(text, 0, blocks.getLast(), used, text.length);
    places[count++] = (long) (blocks.size() - 1) << 48 | (long) used << 24 | text.length;
    used += text.length;
  }

  String text(int index) {
    if (index < 0 || index >= count) {
      throw DamagedFile.whole("sheet.damaged");
    }
    long place = places[index];
    return new String(blocks.get((int) (place >>> 48)), (int) (place >>> 24) & 0xFFFFFF,
        (int) place & 0xFFFFFF, StandardCharsets.UTF_8);
  }
}
