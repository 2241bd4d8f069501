package io.safehand.core.detect.files;

import io.safehand.core.detect.text.DamagedFile;
import java.nio.file.Path;

/** Takes what a scan of files comes upon, file by file, in the order of the text. */
public interface ScanReport {

  void found(Located value);

  /** A file, or the rest of one, could not be read as text; the reason is a code of {@link DamagedFile}. */
  void skipped(Path file, String reason);

  /** A file was read to its end. */
  default void read(Path file, long bytes) {}
}
