package io.safehand.core.handover.parcel;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.handover.age.AgeRefused;
import io.safehand.core.handover.age.ReceivingKey;
import io.safehand.core.handover.moved.PersonFrame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;

/** An age file of frames being read, as {@link SealedFile} wrote it. What it gives out counts only when {@link #next} has returned false. */
final class OpenedFile implements AutoCloseable {
  private static final int FRAME = 1 << 16;
  private final String name;
  private final ReadableByteChannel clear;
  private final ByteBuffer head = ByteBuffer.allocate(SealedFile.HEAD);
  private ByteBuffer frame = ByteBuffer.allocate(FRAME);
  private long frames;

  OpenedFile(FolderContents folder, String name, ReceivingKey key) throws IOException {
    this.name = name;
    this.clear = opened(folder, name, key);
  }

  static ReadableByteChannel opened(FolderContents folder, String name, ReceivingKey key) throws IOException {
    ReadableByteChannel sealed = folder.open(name);
    try {
      return key.opening(sealed);
    } catch (AgeRefused refused) {
      sealed.close();
      Fault fault = refused.reason() == AgeRefused.Reason.NO_MATCH
          ? Fault.RECIPIENT_DIFFERS
          : Fault.SEAL_BROKEN;
      throw new HandoverRefused(fault, name, refused);
    }
  }

  OpenedFile begun(byte[] magic, int number) throws IOException {
    fill(head.clear());
    byte[] found = Arrays.copyOf(head.array(), magic.length);
    if (!Arrays.equals(found, 0, magic.length - 1, magic, 0, magic.length - 1)
        || head.getInt(magic.length) != number) {
      throw new HandoverRefused(Fault.MALFORMED, name);
    }
    if (found[magic.length - 1] != magic[magic.length - 1]) {
      throw new HandoverRefused(Fault.VERSION_UNKNOWN, name);
    }
    return this;
  }

  /** Reads the next frame; false after the last, when the end was as it must be. */
  boolean next() throws IOException {
    fill(head.clear().limit(4));
    int length = head.flip().getInt();
    if (length == 0) {
      end();
      return false;
    }
    if (length < 0 || length > PersonFrame.LARGEST) {
      throw new HandoverRefused(Fault.MALFORMED, name);
    }
    if (frame.capacity() < length) {
      frame = ByteBuffer.allocate(length);
    }
    fill(frame.clear().limit(length));
    frame.flip();
    frames++;
    return true;
  }

  /** The frame that was read last, backed by an array from 0 on. */
  ByteBuffer frame() {
    return frame.duplicate();
  }

  String name() {
    return name;
  }

  private void end() throws IOException {
    fill(head.clear().limit(8));
    if (head.flip().getLong() != frames) {
      throw new HandoverRefused(Fault.COUNTS_DIFFER, name);
    }
    if (read(head.clear().limit(1)) >= 0) {
      throw new HandoverRefused(Fault.TRAILING_BYTES, name);
    }
  }

  private void fill(ByteBuffer into) throws IOException {
    while (into.hasRemaining()) {
      if (read(into) < 0) {
        throw new HandoverRefused(Fault.MALFORMED, name);
      }
    }
  }

  private int read(ByteBuffer into) throws IOException {
    try {
      return clear.read(into);
    } catch (AgeRefused altered) {
      throw new HandoverRefused(Fault.SEAL_BROKEN, name, altered);
    }
  }

  /** Overwrites the last frame, which may hold keys. */
  void clear() {
    Arrays.fill(frame.array(), 0, frame.limit(), (byte) 0);
  }

  @Override
  public void close() throws IOException {
    clear();
    clear.close();
  }
}
