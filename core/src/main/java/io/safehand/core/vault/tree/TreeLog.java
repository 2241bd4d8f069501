package io.safehand.core.vault.tree;

import io.safehand.core.disk.Syncing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The second place of a key tree: every changed page, sealed as in the database, in a folder beside the backups. With the
 * root it gives back the newest tree and nothing that was erased.
 *
 * <p>Pages written and removed count together, with the next {@link #commit}; they are durable after {@link #sync}. Opening
 * drops what has no commit, as a crash leaves it. Damage before the last commit is {@link DamagedTreeLog}; damage of the
 * last commit itself looks like a crash, so the caller compares {@link #state} with the tree it has and, when they differ,
 * calls {@link #catchUp}. After a failed write or sync ({@link UncheckedIOException}) every call is refused until it is
 * opened anew. One process and thread at a time.
 */
public final class TreeLog implements AutoCloseable {
  private static final String NAME = "tree-[0-9]{8}\\.log";
  private static final int PAGES_AT_ONCE = 256;

  private final TreeName tree;
  private final Path folder;
  private int number;
  private LogFile file;
  private Optional<RootId> pendingRoot = Optional.empty();
  private boolean broken;

  private TreeLog(TreeName tree, Path folder, int number, LogFile file) {
    this.tree = tree;
    this.folder = folder;
    this.number = number;
    this.file = file;
  }

  /** Opens the log in an existing folder of its own, or begins one there. */
  public static TreeLog open(Path folder, TreeName tree) {
    try {
      List<Path> files = files(folder, "tree-.*\\.tmp");
      for (Path unfinished : files) {
        Files.delete(unfinished);
      }
      List<Path> logs = files(folder, NAME);
      if (logs.isEmpty()) {
        return begin(folder, tree, 1);
      }
      int newest = numberOf(logs.getLast());
      LogFile file = LogFile.open(tree, path(folder, newest));
      for (Path older : logs.subList(0, logs.size() - 1)) {
        Files.delete(older);
      }
      return new TreeLog(tree, folder, newest, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets damaged files aside under another name and begins a new log, to be filled by {@link #catchUp}. */
  public static TreeLog startOver(Path folder, TreeName tree) {
    try {
      List<Path> logs = files(folder, NAME);
      for (Path log : logs) {
        Files.move(log, folder.resolve(log.getFileName().toString().replace(".log", ".damaged")),
            StandardCopyOption.ATOMIC_MOVE);
      }
      int number = logs.isEmpty() ? 1 : numberOf(logs.getLast()) + 1;
      return begin(folder, tree, number);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TreeLog begin(Path folder, TreeName tree, int number) throws IOException {
    LogFile.create(tree, unfinished(folder, number)).close();
    publish(folder, number);
    return new TreeLog(tree, folder, number, LogFile.open(tree, path(folder, number)));
  }

  private static List<Path> files(Path folder, String name) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().matches(name))
          .sorted(Comparator.naturalOrder())
          .toList();
    }
  }

  private static int numberOf(Path log) {
    return Integer.parseInt(log.getFileName().toString().substring(5, 13));
  }

  private static Path path(Path folder, int number) {
    return folder.resolve("tree-%08d.log".formatted(number));
  }

  private static Path unfinished(Path folder, int number) {
    return folder.resolve("tree-%08d.tmp".formatted(number));
  }

  /** Gives a finished file its name; both are durable. */
  private static void publish(Path folder, int number) throws IOException {
    Path file = unfinished(folder, number);
    Syncing.file(file);
    Files.move(file, path(folder, number), StandardCopyOption.ATOMIC_MOVE);
    Syncing.folder(folder);
  }

  /** Up to where the tree is logged; empty in a new log. */
  public Optional<LoggedState> state() {
    return file.state();
  }

  /** Bytes of the log. */
  public long bytes() {
    return file.bytes();
  }

  /** How many pages the logged tree has. */
  public int pages() {
    return file.offsets().count();
  }

  public void written(SealedPage page) {
    if (!page.address().tree().equals(tree)) {
      throw new IllegalArgumentException("this is the log of another tree");
    }
    run(() -> file.append(new LogRecord.Page(page)));
    if (page.address().isTop()) {
      pendingRoot = Optional.of(new RootId(page.pageKey()));
    }
  }

  public void removed(PageAddress address) {
    run(() -> file.append(new LogRecord.Removed(address)));
  }

  /**
   * Everything since the commit before counts from here on.
   *
   * @param version the caller's count of writes to the tree; a smaller one than logged is refused
   */
  public void commit(long version) {
    if (state().filter(logged -> logged.version() > version).isPresent()) {
      throw new IllegalArgumentException("the tree log is ahead of this version");
    }
    RootId root = pendingRoot.or(() -> state().map(LoggedState::root))
        .orElseThrow(() -> new IllegalStateException("a tree begins with its top page"));
    run(() -> file.append(new LogRecord.Commit(new LoggedState(version, root), file.pending())));
    pendingRoot = Optional.empty();
  }

  /** Drops what was written and removed since the last commit: the transaction did not happen. */
  public void discard() {
    run(file::discard);
    pendingRoot = Optional.empty();
  }

  /** Makes every commit durable. */
  public void sync() {
    run(file::sync);
  }

  /** The newest of each page, in the order of addresses, one at a time. */
  public void newest(Consumer<SealedPage> use) {
    run(() -> file.offsets().forEach(offset -> use.accept(page(offset))));
  }

  /** The newest of this page. */
  public Optional<SealedPage> newest(PageAddress address) {
    List<SealedPage> found = new ArrayList<>(1);
    run(() -> {
      if (file.offsets().has(address)) {
        found.add(page(file.offsets().get(address)));
      }
    });
    return found.stream().findFirst();
  }

  private SealedPage page(long offset) {
    try {
      return file.page(offset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the newest of each page into storage that has none of this tree. */
  public void restore(KeyPages into) {
    List<SealedPage> some = new ArrayList<>();
    newest(page -> {
      some.add(page);
      if (some.size() == PAGES_AT_ONCE) {
        into.put(some);
        some.clear();
      }
    });
    into.put(some);
  }

  /** Logs whatever differs between the stored pages, all of them, and the log; says how many records that took. */
  public int catchUp(Stream<SealedPage> stored, long version) {
    discard();
    List<BitSet> seen = Stream.generate(BitSet::new).limit(PageAddress.TOP_LEVEL + 1L).toList();
    stored.forEach(page -> {
      seen.get(page.address().level()).set(page.address().number());
      long offset = file.offsets().get(page.address());
      if (offset < 0 || !page(offset).equals(page)) {
        written(page);
      }
    });
    List<PageAddress> gone = new ArrayList<>();
    newest(page -> {
      if (!seen.get(page.address().level()).get(page.address().number())) {
        gone.add(page.address());
      }
    });
    gone.forEach(this::removed);
    int records = file.pending();
    commit(version);
    return records;
  }

  /** Writes the newest of each page into a new file, durable before the old one goes. Nothing may be pending. */
  public void compact() {
    if (file.pending() > 0 || file.state().isEmpty()) {
      throw new IllegalStateException("a tree log is compacted between commits");
    }
    run(() -> {
      try (LogFile next = LogFile.create(tree, unfinished(folder, number + 1))) {
        copy(next);
      }
      publish(folder, number + 1);
      LogFile old = file;
      file = LogFile.open(tree, path(folder, number + 1));
      old.close();
      Files.delete(path(folder, number));
      number++;
    });
  }

  private void copy(LogFile next) throws IOException {
    newest(page -> {
      try {
        next.append(new LogRecord.Page(page));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
    next.append(new LogRecord.Commit(file.state().orElseThrow(), next.pending()));
    next.sync();
  }

  private void run(Steps steps) {
    if (broken) {
      throw new IllegalStateException("a write to the tree log failed: open it anew");
    }
    try {
      steps.run();
    } catch (IOException e) {
      broken = true;
      throw new UncheckedIOException(e);
    } catch (UncheckedIOException e) {
      broken = true;
      throw e;
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Steps on the file. */
  private interface Steps {
    void run() throws IOException;
  }
}
