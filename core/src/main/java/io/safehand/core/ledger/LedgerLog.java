package io.safehand.core.ledger;

import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.ledger.tree.ConsistencyProof;
import io.safehand.core.ledger.tree.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * A log in a folder and, whole, in a second one: append, checkpoints, proofs (docs/formats/ledger.md).
 *
 * <p>Guaranteed: what {@link #append} returned is on both disks; a tree of one size never has two roots; a log that
 * lacks what a checkpoint shown at opening has does not open. May be used by several threads, which take turns; by
 * one process at a time. After the first failed write nothing more is accepted until the log is opened again; a
 * thread interrupted while it appends fails the write.
 */
public final class LedgerLog implements AutoCloseable {
  /** A journal is settled beyond this: what a crash lets be read again, and the space that lines take twice. */
  private static final long LONGEST_JOURNAL = 1 << 28;

  private static final int BUFFER = 1 << 16;
  private final String origin;
  private final List<LogCopy> copies;
  private final GrowingTree tree;
  private final LogContents contents;
  private final long longestJournal;
  private ByteBuffer frame = ByteBuffer.allocateDirect(BUFFER);
  private boolean stopped;

  private LedgerLog(String origin, List<LogCopy> copies, GrowingTree tree, long longestJournal) {
    this.origin = origin;
    this.copies = copies;
    this.tree = tree;
    this.contents = new LogContents(copies, tree);
    this.longestJournal = longestJournal;
  }

  /**
   * Opens the log, or begins it where both folders are empty. Repairs what a crash left and what one folder lacks.
   *
   * @param seen checkpoints known from elsewhere (beside the root, from witnesses, receipts)
   * @throws LedgerOutdated if a seen checkpoint is larger than the log
   * @throws LedgerForked if the log's root for a seen size is another, or the folders hold different histories
   * @throws LedgerDamaged if neither folder gives the lines back
   * @throws LedgerInUse if another process, or this one, has the log open
   * @throws UncheckedIOException if a disk fails
   */
  public static LedgerLog open(LogPlace place, List<Checkpoint> seen) {
    return open(place, seen, LONGEST_JOURNAL);
  }

  static LedgerLog open(LogPlace place, List<Checkpoint> seen, long longestJournal) {
    for (Checkpoint checkpoint : seen) {
      if (!checkpoint.origin().equals(place.origin())) {
        throw new IllegalArgumentException("a checkpoint of another log");
      }
    }
    List<LogCopy> copies = new ArrayList<>();
    try {
      copies.add(LogCopy.take(place.folder(), place.origin()));
      copies.add(LogCopy.take(place.second(), place.origin()));
      GrowingTree tree = new LogOpening(copies, seen).open();
      return new LedgerLog(place.origin(), List.copyOf(copies), tree, longestJournal);
    } catch (IOException failed) {
      throw abandoned(copies, new UncheckedIOException(failed));
    } catch (RuntimeException refused) {
      throw abandoned(copies, refused);
    }
  }

  private static RuntimeException abandoned(List<LogCopy> copies, RuntimeException cause) {
    for (LogCopy copy : copies) {
      try {
        copy.close();
      } catch (IOException failed) {
        cause.addSuppressed(failed);
      }
    }
    return cause;
  }

  /**
   * Numbers these lines and makes them durable in both folders with one sync each. All or none; a line has 1 to
   * {@link LedgerLine#LONGEST_BYTES} bytes, all together at most 64 MiB.
   *
   * @return the log's new state: sign it, keep the note beside the root, then {@link #publish} it
   * @throws LedgerStopped if a disk fails, now or earlier; the lines may then be durable or not, see {@link #find}
   */
  public synchronized Checkpoint append(List<byte[]> lines) {
    requireRunning();
    if (lines.isEmpty()) {
      return checkpoint();
    }
    if (JournalFrame.bytes(lines) > JournalFrame.LONGEST || !lines.stream().allMatch(LedgerLog::fits)) {
      throw new IllegalArgumentException("a line is empty or too long, or there are too many at once");
    }
    long first = tree.size();
    lines.forEach(tree::append);
    return written(() -> store(new JournalFrame(first, lines, tree.root())));
  }

  private static boolean fits(byte[] line) {
    return line.length > 0 && line.length <= LedgerLine.LONGEST_BYTES;
  }

  private Checkpoint store(JournalFrame lines) throws IOException {
    ByteBuffer bytes = encoded(lines);
    for (LogCopy copy : copies) {
      copy.append(bytes.rewind());
    }
    for (LogCopy copy : copies) {
      copy.sync();
    }
    tree.drain((path, file) -> copies.forEach(copy -> copy.write(path, file)));
    if (copies.getFirst().journalBytes() > longestJournal) {
      settle();
    }
    return new Checkpoint(origin, tree.size(), lines.rootAfter());
  }

  private ByteBuffer encoded(JournalFrame lines) {
    int bytes = (int) JournalFrame.bytes(lines.lines());
    if (frame.capacity() < bytes) {
      frame = ByteBuffer.allocateDirect(Math.min(JournalFrame.LONGEST, 2 * bytes));
    }
    lines.write(frame.clear());
    return frame;
  }

  private void settle() throws IOException {
    for (LogCopy copy : copies) {
      copy.settle(tree);
    }
  }

  public synchronized long size() {
    requireRunning();
    return tree.size();
  }

  /** The log's present state, unsigned. */
  public synchronized Checkpoint checkpoint() {
    requireRunning();
    return new Checkpoint(origin, tree.size(), tree.root());
  }

  /** At most {@code most} lines from this number on, in order, each as it was hashed; fewer at the end. */
  public synchronized List<byte[]> lines(long from, int most) {
    requireRunning();
    Objects.checkIndex(from, tree.size() + 1);
    return contents.lines(from, most);
  }

  /**
   * The number of this line, if it is among the last {@code last} lines. After a crash the sequencer asks this for
   * the rows it is not sure of, since a line may be durable here although its number was never stored.
   */
  public synchronized OptionalLong find(byte[] line, int last) {
    requireRunning();
    return contents.find(line, last);
  }

  /**
   * Writes the signed checkpoint, and the partial tiles it needs, where outsiders read them, in both folders.
   * Refuses a note that is not about this log's own history, or older than the one shown. Signatures are not judged.
   */
  public synchronized void publish(SignedNote note) {
    requireRunning();
    Checkpoint checkpoint = requireOwn(note);
    if (checkpoint.size() < copies.getFirst().published().map(Checkpoint::size).orElse(0L)) {
      throw new IllegalArgumentException("a later checkpoint is published already");
    }
    written(() -> {
      Map<String, byte[]> partials = new LinkedHashMap<>();
      tree.partialFiles(checkpoint.size(), partials::put);
      for (LogCopy copy : copies) {
        copy.publish(note.bytes(), partials);
      }
      return checkpoint;
    });
  }

  private Checkpoint requireOwn(SignedNote note) {
    return note.unverifiedCheckpoint()
        .filter(checkpoint -> checkpoint.origin().equals(origin) && checkpoint.size() <= tree.size()
            && rootAt(checkpoint.size()).equals(checkpoint.root()))
        .orElseThrow(() -> new IllegalArgumentException("the note is not about this log's history"));
  }

  /** The root when the log had this size. */
  public synchronized Hash rootAt(long size) {
    requireRunning();
    Objects.checkIndex(size, tree.size() + 1);
    return contents.root(size);
  }

  /** Proof of the line with this number, under a note about this log that covers it. */
  public synchronized LineProof prove(long index, SignedNote note) {
    requireRunning();
    Checkpoint checkpoint = requireOwn(note);
    return new LineProof(index, contents.inclusion(index, checkpoint).path(), note);
  }

  /** Proof that this log at the larger size continues what it was at the smaller size, at least 1. */
  public synchronized ConsistencyProof consistency(long smaller, long larger) {
    requireRunning();
    Objects.checkIndex(larger, tree.size() + 1);
    return contents.consistency(smaller, larger);
  }

  /** Makes the tiles durable and empties the journal; worth doing in quiet moments. Closing does it too. */
  public synchronized void tidy() {
    requireRunning();
    written(() -> {
      settle();
      return checkpoint();
    });
  }

  private interface Writing {
    Checkpoint write() throws IOException;
  }

  private Checkpoint written(Writing writing) {
    try {
      return writing.write();
    } catch (IOException | UncheckedIOException failed) {
      stopped = true;
      throw new LedgerStopped("the log could not be written", failed);
    } catch (RuntimeException | Error unforeseen) {
      stopped = true;
      throw unforeseen;
    }
  }

  private void requireRunning() {
    if (stopped) {
      throw new LedgerStopped("the log stopped, or was closed; open it again");
    }
  }

  @Override
  public synchronized void close() {
    try {
      if (!stopped) {
        tidy();
      }
    } finally {
      stopped = true;
      RuntimeException failed = abandoned(copies, new LedgerStopped("the log did not close"));
      if (failed.getSuppressed().length > 0) {
        throw failed;
      }
    }
  }
}
