package io.safehand.cli;

import io.safehand.core.hash.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was asked of a demonstration, as a mark that is the same only when the same is asked of the same files. */
final class DemoRequest {
  private final List<String> parts = new ArrayList<>();

  DemoRequest with(Object part) {
    parts.add(String.valueOf(part));
    return this;
  }

  /** Where the file lies, how long it is and when it was last written. */
  DemoRequest with(Path file) throws IOException {
    parts.add(
        file.toAbsolutePath().normalize() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
    return this;
  }

  String mark() {
    return Sha256.hex(String.join("\n", parts));
  }
}
