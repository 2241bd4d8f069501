package io.safehand.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir
  Path temporary;

  @Test
  void isMadeForItsOwnerAlone() throws Exception {
    Path wanted = temporary.resolve("a/b");
    DataFolder.open(wanted).close();
    assertThat(Files.getPosixFilePermissions(wanted)).hasSize(3);
  }

  @Test
  void isHeldByOneAtATime() throws Exception {
    try (DataFolder first = DataFolder.open(temporary)) {
      assertThat(refusal(first.path())).isEqualTo(ExitCode.IN_USE);
    }
    DataFolder.open(temporary).close();
  }

  @Test
  void aFolderOfOtherFilesIsRefusedAndUntouched() throws Exception {
    Files.writeString(temporary.resolve("thesis.txt"), "mine");
    assertThat(refusal(temporary)).isEqualTo(ExitCode.CANNOT_CREATE);
    assertThat(temporary).isDirectoryContaining("glob:**/thesis.txt")
        .isDirectoryNotContaining("glob:**/safehand*");
  }

  @Test
  void aLaterLayoutIsRefused() throws Exception {
    DataFolder.open(temporary).close();
    Files.writeString(temporary.resolve("safehand.folder"), "2\n");
    assertThat(refusal(temporary)).isEqualTo(ExitCode.CONFIGURATION);
  }

  @Test
  void aFileInItsPlaceIsRefused() throws Exception {
    Path file = Files.writeString(temporary.resolve("file"), "");
    assertThat(refusal(file)).isEqualTo(ExitCode.CANNOT_CREATE);
  }

  private static ExitCode refusal(Path path) {
    return assertThatExceptionOfType(CannotStart.class).isThrownBy(() -> DataFolder.open(path).close())
        .actual()
        .code();
  }
}
