package io.safehand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that a restore began and did not finish is emptied; no other one is touched. */
class HalfRestoredTest {
  @TempDir
  Path folder;
  private Path settings = Path.of("");
  private Path root = Path.of("");

  @BeforeEach
  void aDataFolder() throws IOException {
    settings = Files.writeString(folder.resolve("safehand.properties"), "server.port=1\n");
    root = Files.writeString(Files.createDirectory(folder.resolve("roots")).resolve("a.root"), "sealed");
    Files.writeString(folder.resolve(".lock"), "");
  }

  @Test
  void whatWasBegunIsUndoneAndSettingsStay() throws IOException {
    Files.writeString(folder.resolve("restore-half-done"), "");
    Path beside = folder.resolveSibling(folder.getFileName() + "-root");
    Files.createLink(beside, root);
    halfRestored().undo();
    assertThat(folder).isDirectoryContaining("glob:**/safehand.properties");
    assertThat(folder.toFile().list()).containsExactly("safehand.properties");
    assertThat(Files.readAllBytes(beside)).as("overwritten").containsOnly(0);
    Files.delete(beside);
    assertThat(halfRestored().isFit()).isTrue();
  }

  @Test
  void aDataFolderWithoutAMarkStays() throws IOException {
    halfRestored().undo();
    assertThat(root).exists();
    assertThat(halfRestored().isFit()).isFalse();
  }

  @Test
  void aFolderThatAServerHoldsStays() throws IOException {
    Files.writeString(folder.resolve("restoring"), "li+wang");
    try (HeldElsewhere held = HeldElsewhere.of(folder.resolve(".lock"))) {
      assertThat(held.process().isAlive()).isTrue();
      halfRestored().undo();
    }
    assertThat(root).exists();
    assertThat(settings).exists();
  }

  private HalfRestored halfRestored() {
    return new HalfRestored(new DataPlace(folder));
  }
}
