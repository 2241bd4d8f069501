package io.safehand.core.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.safehand.core.disk.Syncing;
import io.safehand.core.ledger.tree.Hash;
import io.safehand.core.ledger.tree.Hashing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * The lines of one folder that are not yet settled in durable tiles: a header, then frames, then zeroes.
 *
 * <p>The file is filled with zeroes ahead of its use, so a sync writes data only and is several times cheaper.
 */
final class Journal implements AutoCloseable {
  static final String NAME = "journal";

  /** Where a journal begins: how many lines lie before it, and the root over them. */
  record Beginning(long base, Hash root) {}

  private static final byte[] MAGIC = "SHJOURNL".getBytes(US_ASCII);
  private static final int VERSION = 1;
  private static final int HEADER = MAGIC.length + Integer.BYTES + Hash.BYTES + Long.BYTES + Hash.BYTES
      + Integer.BYTES;
  private static final long LEAST_AHEAD = 1 << 20;
  private static final long MOST_AHEAD = 1 << 24;
  private final FileChannel channel;
  private long end;
  private long allocated;

  private Journal(FileChannel channel) {
    this.channel = channel;
  }

  /** Makes a new file; nothing is durable before the first {@link #sync}. */
  static Journal create(Path file, String origin, Beginning beginning) throws IOException {
    Journal journal = new Journal(FileChannel.open(file, StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE));
    journal.allocate(HEADER);
    journal.write(header(origin, beginning));
    return journal;
  }

  private static ByteBuffer header(String origin, Beginning beginning) {
    ByteBuffer header = ByteBuffer.allocate(HEADER)
        .put(MAGIC)
        .putInt(VERSION)
        .put(originHash(origin).bytes())
        .putLong(beginning.base())
        .put(beginning.root().bytes());
    return header.putInt(crc(header.array())).flip();
  }

  /** How an existing file begins; empty if it does not begin as this log's journals do. */
  static Optional<Beginning> beginning(FileChannel file, String origin) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    if (!fill(file, header, 0)) {
      return Optional.empty();
    }
    Beginning beginning = new Beginning(header.getLong(MAGIC.length + Integer.BYTES + Hash.BYTES),
        rootIn(header));
    return header.rewind().equals(header(origin, beginning)) ? Optional.of(beginning) : Optional.empty();
  }

  private static Hash rootIn(ByteBuffer header) {
    byte[] root = new byte[Hash.BYTES];
    header.get(HEADER - Integer.BYTES - Hash.BYTES, root);
    return Hash.of(root);
  }

  /** Gives every whole frame in order. What follows the last one was never acknowledged. */
  static void frames(FileChannel file, Consumer<JournalFrame> each) throws IOException {
    long at = HEADER;
    ByteBuffer head = ByteBuffer.allocate(Integer.BYTES);
    while (fill(file, head.clear(), at) && JournalFrame.length(head) > 0) {
      ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(JournalFrame.length(head), file.size() - at));
      boolean whole = bytes.capacity() == JournalFrame.length(head) && fill(file, bytes, at);
      Optional<JournalFrame> frame = whole ? JournalFrame.read(bytes) : Optional.empty();
      if (frame.isEmpty()) {
        return;
      }
      each.accept(frame.get());
      at += bytes.capacity();
    }
  }

  /** Puts the buffer's bytes at the end; durable after {@link #sync}. */
  void write(ByteBuffer bytes) throws IOException {
    if (end + bytes.remaining() > allocated) {
      allocate(bytes.remaining());
    }
    while (bytes.hasRemaining()) {
      end += channel.write(bytes, end);
    }
  }

  void sync() throws IOException {
    Syncing.content(channel);
  }

  /** How many bytes are in use. */
  long length() {
    return end;
  }

  private void allocate(long wanted) throws IOException {
    ByteBuffer zeroes = ByteBuffer.allocateDirect(1 << 16);
    long target = end + wanted + Math.clamp(end, LEAST_AHEAD, MOST_AHEAD);
    while (allocated < target) {
      allocated += channel.write(zeroes.clear(), allocated);
    }
    Syncing.file(channel);
  }

  private static boolean fill(FileChannel file, ByteBuffer buffer, long at) throws IOException {
    long next = at;
    while (buffer.hasRemaining()) {
      int read = file.read(buffer, next);
      if (read < 0) {
        return false;
      }
      next += read;
    }
    buffer.flip();
    return true;
  }

  private static Hash originHash(String origin) {
    return new Hashing().leaf(origin.getBytes(UTF_8));
  }

  private static int crc(byte[] header) {
    CRC32C crc = new CRC32C();
    crc.update(header, 0, HEADER - Integer.BYTES);
    return (int) crc.getValue();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
