package io.safehand.core;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Inputs and vectors that nobody on this project wrote. They lie beside the project; where they are absent a test
 * is skipped, unless SAFEHAND_REQUIRE names "data".
 */
public final class SharedData {
  private SharedData() {}

  /** The folder of this name below the shared data; skips the test when it is absent. */
  public static Path folder(String name) {
    Path folder = Path.of(System.getenv().getOrDefault("SAFEHAND_SHARED", "../shared"), "data", name);
    boolean required = List.of(System.getenv().getOrDefault("SAFEHAND_REQUIRE", "").split(","))
        .contains("data");
    if (!Files.isDirectory(folder)) {
      String message = "the shared data folder " + name + " is not beside this project";
      if (required) {
        throw new AssertionError(message);
      }
      assumeTrue(false, message);
    }
    return folder;
  }
}
