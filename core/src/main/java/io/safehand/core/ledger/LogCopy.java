package io.safehand.core.ledger;

import io.safehand.core.disk.Syncing;
import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.ledger.tiles.LogFiles;
import io.safehand.core.ledger.tiles.PublishedTiles;
import io.safehand.core.ledger.tiles.TilePath;
import io.safehand.core.ledger.tree.TileMissing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of the two folders of a log: its files and its journal. Held by a lock file while it is open.
 *
 * <p>Tiles are written without a sync, since the journal gives them back; {@link #settle} makes them durable and
 * begins a new journal.
 */
final class LogCopy implements AutoCloseable {
  private static final String LOCK = "lock";
  private final Path folder;
  private final String origin;
  private final FileChannel lock;
  private final SyncedFiles files;
  private Map<String, byte[]> partials = new LinkedHashMap<>();
  private @Nullable Journal journal;

  private LogCopy(Path folder, String origin, FileChannel lock) {
    this.folder = folder;
    this.origin = origin;
    this.lock = lock;
    files = new SyncedFiles(folder);
  }

  /** Takes the folder, which is made if it is not there. */
  static LogCopy take(Path folder, String origin) throws IOException {
    Path whole = folder.toAbsolutePath();
    Files.createDirectories(whole);
    Syncing.folder(whole.resolveSibling(""));
    FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE,
        StandardOpenOption.WRITE);
    if (!locked(channel)) {
      channel.close();
      throw new LedgerInUse("this log is open already, here or in another process");
    }
    return new LogCopy(folder, origin, channel);
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException openHere) {
      return false;
    }
  }

  /** True if nothing of a log was ever here. */
  boolean isNew() {
    return List.of(Journal.NAME, "tile", TilePath.CHECKPOINT)
        .stream()
        .map(folder::resolve)
        .noneMatch(Files::exists);
  }

  LogFiles files() {
    return files;
  }

  /** The log as this folder alone gives it back, its full tiles written once more; empty if it does not. */
  Optional<GrowingTree> recovered() throws IOException {
    Path file = folder.resolve(Journal.NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      Optional<GrowingTree> tree = Journal.beginning(channel, origin).flatMap(this::settledTree);
      if (tree.isPresent()) {
        Journal.frames(channel, frame -> replay(frame, tree.get()));
      }
      return tree;
    } catch (LedgerDamaged journalChanged) {
      return Optional.empty();
    }
  }

  private Optional<GrowingTree> settledTree(Journal.Beginning beginning) {
    try {
      GrowingTree tree = new GrowingTree(new PublishedTiles(files, beginning.base()), beginning.base());
      return Optional.of(tree).filter(settled -> settled.root().equals(beginning.root()));
    } catch (TileMissing missing) {
      return Optional.empty();
    }
  }

  /** A frame that is whole but does not fit was not torn by a crash: something changed it. */
  private void replay(JournalFrame frame, GrowingTree tree) {
    boolean next = frame.first() == tree.size();
    frame.lines().forEach(tree::append);
    if (!next || !tree.root().equals(frame.rootAfter())) {
      throw new LedgerDamaged("the journal does not continue the log");
    }
    tree.drain(this::write);
  }

  /** A full tile or bundle; durable after {@link #settle}. */
  void write(String path, byte[] bytes) {
    files.write(path, bytes);
  }

  /** Makes every tile written so far durable, then begins a journal with the lines that are in none. */
  void settle(GrowingTree tree) throws IOException {
    files.sync();
    Path next = files.next(Journal.NAME);
    Journal fresh = Journal.create(next, origin, tree.settled());
    if (!tree.partialLines().isEmpty()) {
      JournalFrame frame = new JournalFrame(tree.settled().base(), tree.partialLines(), tree.root());
      ByteBuffer bytes = ByteBuffer.allocate((int) JournalFrame.bytes(frame.lines()));
      frame.write(bytes);
      fresh.write(bytes);
    }
    fresh.sync();
    files.rename(next, Journal.NAME);
    close(journal);
    journal = fresh;
  }

  /** Puts a frame into the journal; durable after {@link #sync}. */
  void append(ByteBuffer frame) throws IOException {
    running().write(frame);
  }

  void sync() throws IOException {
    running().sync();
  }

  long journalBytes() {
    return running().length();
  }

  /** Shows a checkpoint and the partial files that it needs; those of the one before are not needed any more. */
  void publish(byte[] note, Map<String, byte[]> needed) throws IOException {
    needed.forEach(files::write);
    files.replace(TilePath.CHECKPOINT, note);
    for (String path : partials.keySet()) {
      if (!needed.containsKey(path)) {
        files.delete(path);
      }
    }
    partials = needed;
  }

  /** The checkpoint that outsiders see. */
  Optional<Checkpoint> published() {
    return files.read(TilePath.CHECKPOINT)
        .flatMap(SignedNote::parse)
        .flatMap(SignedNote::unverifiedCheckpoint);
  }

  private Journal running() {
    if (journal == null) {
      throw new IllegalStateException("the log is not open");
    }
    return journal;
  }

  private static void close(@Nullable Journal old) throws IOException {
    if (old != null) {
      old.close();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      close(journal);
    } finally {
      lock.close();
    }
  }
}
