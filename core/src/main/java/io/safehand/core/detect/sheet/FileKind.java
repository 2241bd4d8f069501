package io.safehand.core.detect.sheet;

import io.safehand.core.detect.rows.SourceBytes;
import io.safehand.core.detect.text.DamagedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;

/** What a file is by its bytes, whatever its name says. */
public enum FileKind {
  /** Text, to be read as CSV. */
  TEXT,
  /** A zip file, to be read as XLSX. */
  SHEET;

  private static final long OLD = 0xD0CF11E0A1B11AE1L;
  private static final int LOOKED_AT = 1 << 26;
  private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

  /**
   * Refuses the container of Office files before 2007 with {@link DamagedFile}: one with a password is {@code
   * sheet.encrypted}, any other {@code sheet.old_format}.
   */
  public static FileKind of(SourceBytes file) throws IOException {
    try (InputStream in = Channels.newInputStream(file.open())) {
      byte[] start = in.readNBytes(8);
      long first = 0;
      for (byte b : start) {
        first = first << 8 | b & 0xFF;
      }
      if (start.length == 8 && first == OLD) {
        throw DamagedFile.whole(holds(in, ENCRYPTED) ? "sheet.encrypted" : "sheet.old_format");
      }
      boolean zip = start.length == 8 && (first >>> 32 == 0x504B0304L || first >>> 32 == 0x504B0506L);
      return zip ? SHEET : TEXT;
    }
  }

  private static boolean holds(InputStream in, byte[] wanted) throws IOException {
    byte[] window = new byte[1 << 16];
    int kept = 0;
    long looked = 0;
    while (looked < LOOKED_AT) {
      int read = in.read(window, kept, window.length - kept);
      if (read < 0) {
        return false;
      }
      looked += read;
      int length = kept + read;
      if (new String(window, 0, length, StandardCharsets.ISO_8859_1)
          .contains(new String(wanted, StandardCharsets.ISO_8859_1))) {
        return true;
      }
      kept = Math.min(length, wanted.length - 1);
      System.arraycopy(window, length - kept, window, 0, kept);
    }
    return false;
  }
}
