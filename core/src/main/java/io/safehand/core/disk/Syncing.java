package io.safehand.core.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Waits until the disk has what was written. When it does not confirm that, nobody knows what it holds: a later sync
 * may succeed although the bytes are lost. So a failure is {@link SyncFailed}, which nobody may answer by trying again.
 */
public final class Syncing {
  private Syncing() {}

  /** Makes a file's content durable, with its length and times. */
  public static void file(FileChannel channel) throws SyncFailed {
    force(channel, true);
  }

  /** Makes a file's content durable; times may be lost. */
  public static void content(FileChannel channel) throws SyncFailed {
    force(channel, false);
  }

  /** Makes the content of a closed file durable. */
  public static void file(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      force(channel, true);
    }
  }

  /** Makes names in a folder durable. */
  public static void folder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      force(channel, true);
    }
  }

  private static void force(FileChannel channel, boolean all) throws SyncFailed {
    try {
      channel.force(all);
    } catch (IOException unconfirmed) {
      throw new SyncFailed(unconfirmed);
    }
  }
}
