package io.safehand.core.custody.upload;

import io.safehand.core.detect.text.DamagedFile;
import io.safehand.core.vault.SecretBox;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/** Reads a sealed file as if it were in clear, one piece in memory. What was changed is refused: {@code file.forged}. */
final class UploadChannel implements SeekableByteChannel {
  private static final int SEALED_BYTES = SealedUpload.PIECE_BYTES + SecretBox.OVERHEAD_BYTES;
  private final FileChannel file;
  private final long bytes;
  private final UploadKey key;
  private byte[] piece = new byte[0];
  private long pieceNumber = -1;
  private long position;

  UploadChannel(FileChannel file, long bytes, UploadKey key) throws IOException {
    this.file = file;
    this.bytes = bytes;
    this.key = key;
    if (!Arrays.equals(read(0, SealedUpload.HEAD.length), SealedUpload.HEAD)) {
      throw DamagedFile.whole("file.forged");
    }
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    if (!isOpen()) {
      throw new ClosedChannelException();
    }
    if (position >= bytes) {
      return -1;
    }
    load(position / SealedUpload.PIECE_BYTES);
    int from = (int) (position % SealedUpload.PIECE_BYTES);
    int length = Math.min(into.remaining(), piece.length - from);
    into.put(piece, from, length);
    position += length;
    return length;
  }

  private void load(long number) throws IOException {
    if (number == pieceNumber) {
      return;
    }
    long from = number * SealedUpload.PIECE_BYTES;
    int length = (int) Math.min(SealedUpload.PIECE_BYTES, bytes - from);
    byte[] sealed = read(SealedUpload.HEAD.length + number * SEALED_BYTES, length + SecretBox.OVERHEAD_BYTES);
    Arrays.fill(piece, (byte) 0);
    piece = key.openPiece(number, from + length == bytes, sealed)
        .orElseThrow(() -> DamagedFile.whole("file.forged"));
    pieceNumber = number;
  }

  private byte[] read(long from, int length) throws IOException {
    ByteBuffer read = ByteBuffer.allocate(length);
    while (read.hasRemaining()) {
      if (file.read(read, from + read.position()) < 0) {
        throw DamagedFile.whole("file.forged");
      }
    }
    return read.array();
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long to) {
    if (to < 0) {
      throw new IllegalArgumentException("a place before the beginning");
    }
    position = to;
    return this;
  }

  @Override
  public long size() {
    return bytes;
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    Arrays.fill(piece, (byte) 0);
    pieceNumber = -1;
    file.close();
  }
}
