package io.safehand.server.base.keys;

import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.ledger.Freshness;
import io.safehand.server.start.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A file for each log beside every copy of the roots; of two copies the one about the larger log counts. */
@Component
final class CheckpointFiles implements Freshness {
  private static final String ENDING = ".note";

  private final List<Path> folders;
  private final Map<CompanyId, SignedNote> newest = new ConcurrentHashMap<>();

  CheckpointFiles(Settings settings) throws IOException {
    folders = settings.rootFolders().stream().map(root -> root.resolve("checkpoints")).toList();
    for (Path folder : folders) {
      Files.createDirectories(folder);
      readAll(folder);
    }
  }

  @Override
  public Map<CompanyId, SignedNote> newest() {
    return Map.copyOf(newest);
  }

  @Override
  public synchronized void keep(CompanyId company, SignedNote note) {
    try {
      for (Path folder : folders) {
        write(folder, company + ENDING, note.bytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the checkpoint cannot be kept beside the roots", e);
    }
    newest.merge(company, note, CheckpointFiles::larger);
  }

  private void readAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(ENDING)).toList()) {
        CompanyId company = CompanyId.parse(file.getFileName().toString().replace(ENDING, ""));
        SignedNote note = SignedNote.parse(Files.readAllBytes(file))
            .orElseThrow(() -> new IOException("not a checkpoint: " + file));
        newest.merge(company, note, CheckpointFiles::larger);
      }
    }
  }

  private static SignedNote larger(SignedNote first, SignedNote second) {
    return size(second) >= size(first) ? second : first;
  }

  private static long size(SignedNote note) {
    Optional<Checkpoint> checkpoint = note.unverifiedCheckpoint();
    return checkpoint.map(Checkpoint::size).orElse(-1L);
  }

  /** Whole or not at all, and on the disk when it returns. */
  private static void write(Path folder, String name, byte[] bytes) throws IOException {
    Path fresh = folder.resolve(name + ".new");
    try (FileChannel file = FileChannel.open(fresh, StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        file.write(rest);
      }
      file.force(true);
    }
    Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }
}
