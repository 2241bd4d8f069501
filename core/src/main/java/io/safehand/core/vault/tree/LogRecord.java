package io.safehand.core.vault.tree;

import io.safehand.core.vault.FormatRefused;
import io.safehand.core.vault.KeyId;
import io.safehand.core.vault.Suite;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * One record of a tree log: length of type and body (4), type (1), body, CRC32C of all before (4), big-endian.
 *
 * <p>Each type has one length: page 1, removed page 2, commit 3.
 */
sealed interface LogRecord {
  int FRAME_BYTES = 9;
  int PAGE_BYTES = 1 + 4 + 1 + KeyId.BYTES + 8 + SealedPage.SEALED_BYTES;
  int REMOVED_BYTES = 1 + 4;
  int COMMIT_BYTES = 8 + 8 + RootId.BYTES + 4;
  int LONGEST = FRAME_BYTES + PAGE_BYTES;
  /** Begins every commit's body, so that one can be found behind damage. */
  long COMMIT_MARK = 0x5348544c434d4954L;

  void write(ByteBuffer to);

  int bodyBytes();

  /** A page as it is now. */
  record Page(SealedPage page) implements LogRecord {
    @Override
    public int bodyBytes() {
      return PAGE_BYTES;
    }

    @Override
    public void write(ByteBuffer to) {
      frame(to, 1, this, body -> {
        body.put((byte) page.address().level())
            .putInt(page.address().number())
            .put((byte) page.suite().number());
        page.pageKey().write(body);
        body.putLong(page.version()).put(page.sealed());
      });
    }
  }

  /** A page that is gone. */
  record Removed(PageAddress address) implements LogRecord {
    @Override
    public int bodyBytes() {
      return REMOVED_BYTES;
    }

    @Override
    public void write(ByteBuffer to) {
      frame(to, 2, this, body -> body.put((byte) address.level()).putInt(address.number()));
    }
  }

  /** Everything since the commit before counts from here on: so many records. */
  record Commit(LoggedState state, int records) implements LogRecord {
    @Override
    public int bodyBytes() {
      return COMMIT_BYTES;
    }

    @Override
    public void write(ByteBuffer to) {
      frame(to, 3, this, body -> {
        body.putLong(COMMIT_MARK).putLong(state.version());
        state.root().write(body);
        body.putInt(records);
      });
    }
  }

  /** The record at the buffer's position; empty when it is torn or damaged, whatever follows. */
  static Optional<LogRecord> read(TreeName tree, ByteBuffer from) {
    if (from.remaining() < FRAME_BYTES) {
      return Optional.empty();
    }
    int start = from.position();
    int length = from.getInt(start) - 1;
    int type = from.get(start + 4);
    if (length != bodyBytes(type) || from.remaining() < FRAME_BYTES + length
        || crc(from, start, 5 + length) != from.getInt(start + 5 + length)) {
      return Optional.empty();
    }
    from.position(start + FRAME_BYTES + length);
    return Optional.of(parsed(tree, type, from.slice(start + 5, length)));
  }

  private static int bodyBytes(int type) {
    return switch (type) {
      case 1 -> PAGE_BYTES;
      case 2 -> REMOVED_BYTES;
      case 3 -> COMMIT_BYTES;
      default -> -1;
    };
  }

  private static LogRecord parsed(TreeName tree, int type, ByteBuffer body) {
    if (type == 3) {
      if (body.getLong() != COMMIT_MARK) {
        throw new FormatRefused("a commit in a tree log has no mark");
      }
      return new Commit(new LoggedState(body.getLong(), RootId.read(body)), body.getInt());
    }
    PageAddress address = new PageAddress(tree, body.get(), body.getInt());
    if (type == 2) {
      return new Removed(address);
    }
    Suite suite = Suite.ofNumber(Byte.toUnsignedInt(body.get()));
    KeyId key = KeyId.read(body);
    long version = body.getLong();
    byte[] sealed = new byte[SealedPage.SEALED_BYTES];
    body.get(sealed);
    return new Page(new SealedPage(address, suite, key, version, sealed));
  }

  private static void frame(ByteBuffer to, int type, LogRecord record, Consumer<ByteBuffer> body) {
    int start = to.position();
    to.putInt(1 + record.bodyBytes()).put((byte) type);
    body.accept(to);
    to.putInt(crc(to, start, to.position() - start));
  }

  private static int crc(ByteBuffer bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.slice(from, length));
    return (int) crc.getValue();
  }
}
