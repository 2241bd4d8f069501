package io.safehand.core.vault.root;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The steps of which durable files are made, one at a time, so that a test can stop between any two. */
interface Disk {
  boolean isFolder(Path folder);

  boolean exists(Path file);

  byte[] read(Path file) throws IOException;

  /** Names in the folder, in order. */
  List<String> names(Path folder) throws IOException;

  /** Creates the file for its owner alone, or empties it, and writes; not durable yet. */
  void write(Path file, byte[] bytes) throws IOException;

  /** Writes over the beginning of an existing file, in place; not durable yet. */
  void overwrite(Path file, byte[] bytes) throws IOException;

  /** Makes the content of a file durable. */
  void sync(Path file) throws IOException;

  void rename(Path from, Path to) throws IOException;

  void delete(Path file) throws IOException;

  /** Makes names in a folder durable. */
  void syncFolder(Path folder) throws IOException;
}
