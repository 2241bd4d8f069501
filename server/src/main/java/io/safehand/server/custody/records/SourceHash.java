package io.safehand.server.custody.records;

import io.safehand.core.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The SHA-256 of a source file: by it a stopped import recognises its file. */
final class SourceHash {
  private SourceHash() {}

  static String of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest sha256 = Sha256.digest();
      byte[] piece = new byte[1 << 16];
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        sha256.update(piece, 0, read);
      }
      return HexFormat.of().formatHex(sha256.digest());
    }
  }
}
