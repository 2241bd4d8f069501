package io.safehand.core.handover.parcel;

import io.safehand.core.handover.age.Recipient;
import io.safehand.core.handover.manifest.PackedFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * An age file of frames being written: eight bytes that say what it is, four bytes of its number, then frames of four bytes of length and the content, then four zero bytes and the count of frames in eight.
 */
final class SealedFile {
  static final byte[] DATA = "SHDATA\0\1".getBytes(StandardCharsets.US_ASCII);
  static final byte[] KEYS = "SHKEYS\0\1".getBytes(StandardCharsets.US_ASCII);
  static final int HEAD = 12;

  private final DurableFile file;
  private final WritableByteChannel sealed;
  private final ByteBuffer head = ByteBuffer.allocate(HEAD);
  private long bytes;
  private long frames;

  SealedFile(Path folder, String name, Recipient recipient, SecureRandom random) throws IOException {
    this.file = new DurableFile(folder, name);
    this.sealed = recipient.sealing(file, random);
  }

  SealedFile begun(byte[] magic, int number) throws IOException {
    put(head.clear().put(magic).putInt(number).flip());
    return this;
  }

  void frame(ByteBuffer content) throws IOException {
    put(head.clear().putInt(content.remaining()).flip());
    put(content);
    frames++;
  }

  void line(byte[] content) throws IOException {
    put(ByteBuffer.wrap(content));
    put(ByteBuffer.wrap(new byte[]{'\n'}));
    frames++;
  }

  long bytes() {
    return bytes;
  }

  long frames() {
    return frames;
  }

  PackedFile finishFrames() throws IOException {
    put(head.clear().putInt(0).putLong(frames).flip());
    return finish();
  }

  PackedFile finish() throws IOException {
    sealed.close();
    return file.packed();
  }

  void abandon() throws IOException {
    file.abandon();
  }

  private void put(ByteBuffer content) throws IOException {
    bytes += content.remaining();
    sealed.write(content);
  }
}
