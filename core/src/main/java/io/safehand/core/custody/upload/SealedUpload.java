package io.safehand.core.custody.upload;

import io.safehand.core.hash.Sha256;
import io.safehand.core.detect.rows.SourceBytes;
import io.safehand.core.disk.Syncing;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/**
 * A source file on disk, sealed in pieces so that any place of it can be opened (docs/formats/upload.md). In clear there
 * is one piece at a time, in memory.
 */
public final class SealedUpload implements SourceBytes {
  static final byte[] HEAD = "SHUPLD\0\1".getBytes(StandardCharsets.US_ASCII);
  static final int PIECE_BYTES = 1 << 16;

  private final Path file;
  private final long bytes;
  private final UploadKey key;

  /** @param bytes how long the source is in clear, as {@link #write} said */
  public SealedUpload(Path file, long bytes, UploadKey key) {
    this.file = file;
    this.bytes = bytes;
    this.key = key;
  }

  /** What was written. */
  public record Written(long bytes, String sha256) {}

  /**
   * Seals everything that comes into a new file, which is durable when this returns; closes nothing.
   *
   * @throws UploadTooLarge when more comes; the caller removes the file
   */
  public static Written write(InputStream content, Path file, UploadKey key, long mostBytes)
      throws IOException {
    try (FileChannel channel = FileChannel.open(file,
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      OutputStream out = Channels.newOutputStream(channel);
      out.write(HEAD);
      Written written = seal(content, out, key, mostBytes);
      Syncing.file(channel);
      return written;
    }
  }

  private static Written seal(InputStream content, OutputStream out, UploadKey key, long mostBytes)
      throws IOException {
    MessageDigest sha256 = Sha256.digest();
    long bytes = 0;
    long number = 0;
    byte[] piece = content.readNBytes(PIECE_BYTES);
    boolean last = false;
    while (!last) {
      byte[] next = piece.length < PIECE_BYTES ? new byte[0] : content.readNBytes(PIECE_BYTES);
      last = next.length == 0;
      bytes += piece.length;
      if (bytes > mostBytes) {
        throw new UploadTooLarge(mostBytes);
      }
      sha256.update(piece);
      out.write(key.sealPiece(number++, last, piece));
      Arrays.fill(piece, (byte) 0);
      piece = next;
    }
    return new Written(bytes, HexFormat.of().formatHex(sha256.digest()));
  }

  @Override
  public SeekableByteChannel open() throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return new UploadChannel(channel, bytes, key);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }
}
