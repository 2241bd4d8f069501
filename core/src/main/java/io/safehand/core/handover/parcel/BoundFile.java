package io.safehand.core.handover.parcel;

import io.safehand.core.hash.Sha256;
import io.safehand.core.handover.Fault;
import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.handover.manifest.Codes;
import io.safehand.core.handover.manifest.PackedFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;

/** A file being read that must be as it is listed. The reading of its last byte, or of an end that comes too early or late, refuses it. */
final class BoundFile implements ReadableByteChannel {
  private final PackedFile file;
  private final ReadableByteChannel from;
  private final MessageDigest sha256 = Sha256.digest();
  private long left;

  BoundFile(PackedFile file, ReadableByteChannel from) throws IOException {
    this.file = file;
    this.from = from;
    this.left = file.bytes();
    if (left == 0) {
      requireHash();
    }
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    int start = into.position();
    int length = from.read(into);
    boolean early = length < 0 && left > 0;
    if (early || length > left) {
      throw new HandoverRefused(Fault.FILE_SIZE, file.name());
    }
    if (length > 0) {
      sha256.update(into.slice(start, length));
      left -= length;
      if (left == 0) {
        requireHash();
      }
    }
    return length;
  }

  private void requireHash() throws HandoverRefused {
    if (!Codes.hex(sha256.digest()).equals(file.sha256())) {
      throw new HandoverRefused(Fault.FILE_HASH, file.name());
    }
  }

  @Override
  public boolean isOpen() {
    return from.isOpen();
  }

  @Override
  public void close() throws IOException {
    from.close();
  }
}
