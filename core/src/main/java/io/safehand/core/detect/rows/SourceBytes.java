package io.safehand.core.detect.rows;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a source file, wherever they lie: read only, opened as often as needed, each time from the first. */
@FunctionalInterface
public interface SourceBytes {
  SeekableByteChannel open() throws IOException;

  static SourceBytes of(Path file) {
    return () -> FileChannel.open(file, StandardOpenOption.READ);
  }
}
