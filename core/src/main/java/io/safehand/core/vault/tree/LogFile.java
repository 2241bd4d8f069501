package io.safehand.core.vault.tree;

import io.safehand.core.disk.Syncing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The file of a tree log: {@code SHTL}, format (1), company (16), tree (16), CRC32C (4), then records. Knows where the last
 * commit ends and where each page's newest record is.
 */
final class LogFile implements AutoCloseable {
  static final int HEADER_BYTES = 4 + 1 + 32 + 4;
  private static final int MAGIC = 0x5348544c;
  private static final byte FORMAT = 1;
  private static final int BUFFER_BYTES = 64 * LogRecord.LONGEST;

  private final TreeName tree;
  private final FileChannel channel;
  private final ByteBuffer out = ByteBuffer.allocate(BUFFER_BYTES);
  private final PageOffsets offsets = new PageOffsets();
  private final PendingPages pending = new PendingPages();
  private Optional<LoggedState> state = Optional.empty();
  private long committed = HEADER_BYTES;
  private long end = HEADER_BYTES;

  private LogFile(TreeName tree, FileChannel channel) {
    this.tree = tree;
    this.channel = channel;
  }

  static LogFile create(TreeName tree, Path file) throws IOException {
    LogFile made = new LogFile(tree, FileChannel.open(file, StandardOpenOption.CREATE,
        StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING));
    made.out.put(header(tree));
    made.end = 0;
    made.flush();
    return made;
  }

  static LogFile open(TreeName tree, Path file) throws IOException {
    LogFile opened = new LogFile(tree,
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
    ByteBuffer found = ByteBuffer.allocate(HEADER_BYTES);
    opened.readFully(found, 0);
    if (!ByteBuffer.wrap(header(tree)).equals(found.flip())) {
      opened.close();
      throw new DamagedTreeLog("the tree log does not begin as this tree's does");
    }
    opened.scan();
    return opened;
  }

  private static byte[] header(TreeName tree) {
    ByteBuffer to = ByteBuffer.allocate(HEADER_BYTES)
        .putInt(MAGIC)
        .put(FORMAT)
        .putLong(tree.company().value().getMostSignificantBits())
        .putLong(tree.company().value().getLeastSignificantBits())
        .putLong(tree.tree().value().getMostSignificantBits())
        .putLong(tree.tree().value().getLeastSignificantBits());
    CRC32C crc = new CRC32C();
    crc.update(to.array(), 0, HEADER_BYTES - 4);
    return to.putInt((int) crc.getValue()).array();
  }

  /** Reads all records; what follows the last commit is cut off, unless a commit lies behind damage. */
  private void scan() throws IOException {
    long at = HEADER_BYTES;
    long size = channel.size();
    ByteBuffer window = ByteBuffer.allocate(BUFFER_BYTES);
    while (at < size) {
      window.clear();
      readFully(window, at);
      window.flip();
      int good = scan(window, at);
      if (good == 0) {
        refuseCommitsBehind(at, size);
        break;
      }
      at += good;
    }
    discard();
  }

  private int scan(ByteBuffer window, long at) {
    while (true) {
      int start = window.position();
      Optional<LogRecord> record = LogRecord.read(tree, window);
      if (record.isEmpty()) {
        return start;
      }
      switch (record.get()) {
        case LogRecord.Page page -> pending.add(page.page().address(), at + start);
        case LogRecord.Removed removed -> pending.add(removed.address(), PendingPages.REMOVED);
        case LogRecord.Commit commit -> {
          if (commit.records() != pending.size()) {
            throw new DamagedTreeLog("records of the tree log are missing");
          }
          pending.moveTo(offsets);
          state = Optional.of(commit.state());
          committed = at + window.position();
        }
      }
    }
  }

  /** A torn end has no good commit behind it; damage in the middle has. */
  private void refuseCommitsBehind(long damage, long size) throws IOException {
    int frame = LogRecord.FRAME_BYTES + LogRecord.COMMIT_BYTES;
    ByteBuffer window = ByteBuffer.allocate(BUFFER_BYTES);
    for (long at = damage + 1; at < size; at += BUFFER_BYTES - frame) {
      window.clear();
      readFully(window, at);
      window.flip();
      for (int i = 0; i + frame <= window.limit(); i++) {
        if (window.getLong(i + 5) == LogRecord.COMMIT_MARK
            && LogRecord.read(tree, window.duplicate().position(i)).isPresent()) {
          throw new DamagedTreeLog("the tree log is damaged before its end");
        }
      }
    }
  }

  void append(LogRecord record) throws IOException {
    if (out.remaining() < LogRecord.LONGEST) {
      flush();
    }
    long at = end + out.position();
    record.write(out);
    switch (record) {
      case LogRecord.Page page -> pending.add(page.page().address(), at);
      case LogRecord.Removed removed -> pending.add(removed.address(), PendingPages.REMOVED);
      case LogRecord.Commit commit -> {
        flush();
        pending.moveTo(offsets);
        state = Optional.of(commit.state());
        committed = end;
      }
    }
  }

  private void flush() throws IOException {
    out.flip();
    while (out.hasRemaining()) {
      end += channel.write(out, end);
    }
    out.clear();
  }

  private void readFully(ByteBuffer to, long from) throws IOException {
    long at = from;
    while (to.hasRemaining()) {
      int read = channel.read(to, at);
      if (read < 0) {
        return;
      }
      at += read;
    }
  }

  Optional<LoggedState> state() {
    return state;
  }

  int pending() {
    return pending.size();
  }

  PageOffsets offsets() {
    return offsets;
  }

  long bytes() {
    return committed;
  }

  /** Forgets what was appended since the last commit. */
  void discard() throws IOException {
    pending.clear();
    out.clear();
    end = committed;
    channel.truncate(committed);
  }

  void sync() throws IOException {
    Syncing.content(channel);
  }

  /** The committed page whose record begins here. */
  SealedPage page(long offset) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(LogRecord.LONGEST);
    readFully(bytes, offset);
    if (LogRecord.read(tree, bytes.flip()).orElse(null) instanceof LogRecord.Page page) {
      return page.page();
    }
    throw new DamagedTreeLog("a page of the tree log is damaged");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
