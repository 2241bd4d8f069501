package io.safehand.core.handover.parcel;

import io.safehand.core.hash.Sha256;
import io.safehand.core.disk.Syncing;
import io.safehand.core.handover.manifest.Codes;
import io.safehand.core.handover.manifest.PackedFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/** A new file that knows its length and SHA-256, and is on disk when it is closed. */
public final class DurableFile implements WritableByteChannel {
  private final String name;
  private final FileChannel channel;
  private final MessageDigest digest;
  private long bytes;

  DurableFile(Path folder, String name) throws IOException {
    this.name = name;
    this.digest = Sha256.digest();
    this.channel = FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE_NEW,
        StandardOpenOption.WRITE);
  }

  /** Writes a whole file at once. */
  public static PackedFile write(Path folder, String name, byte[] content) throws IOException {
    DurableFile file = new DurableFile(folder, name);
    try (file) {
      file.write(ByteBuffer.wrap(content));
    }
    return file.packed();
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    int length = from.remaining();
    digest.update(from.duplicate());
    while (from.hasRemaining()) {
      channel.write(from);
    }
    bytes += length;
    return length;
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      if (channel.isOpen()) {
        Syncing.file(channel);
      }
    }
  }

  /** Gives the file up without waiting for the disk. */
  void abandon() throws IOException {
    channel.close();
  }

  /** What the manifest says of it; only once, after closing. */
  PackedFile packed() {
    return new PackedFile(name, bytes, Codes.hex(digest.digest()));
  }
}
