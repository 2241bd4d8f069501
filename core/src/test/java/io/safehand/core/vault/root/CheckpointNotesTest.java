package io.safehand.core.vault.root;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.vault.FormatRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointNotesTest {
  private static final String LOG = "safehand.example/日志";
  private final SlotsFixture fixture;
  private final CheckpointNotes notes;

  CheckpointNotesTest(@TempDir Path folder) {
    this.fixture = new SlotsFixture(folder);
    this.notes = new CheckpointNotes(fixture.folders());
  }

  @Test
  void keepsTheNewestOfEachLog() throws IOException {
    assertThat(notes.newest(LOG)).isEmpty();
    notes.put(LOG, 10, new byte[]{1});
    notes.put("other", 3, new byte[]{2});
    notes.put(LOG, 12, new byte[]{3});
    notes.put(LOG, 12, new byte[]{4});
    assertThat(notes.newest(LOG).orElseThrow().note()).containsExactly(4);
    assertThat(notes.newest(LOG).orElseThrow().size()).isEqualTo(12);
    assertThat(notes.newest("other").orElseThrow().size()).isEqualTo(3);
    assertThat(SlotsFixture.names(fixture.second)).hasSize(2);
  }

  @Test
  void neverGoesBack() {
    notes.put(LOG, 10, new byte[]{1});
    assertThatThrownBy(() -> notes.put(LOG, 9, new byte[]{2})).isInstanceOf(NoteWouldGoBack.class);
    assertThat(notes.newest(LOG).orElseThrow().size()).isEqualTo(10);
  }

  @Test
  void theLargestOfTheCopiesCounts() throws IOException {
    notes.put(LOG, 10, new byte[]{1});
    byte[] old = Files.readAllBytes(file(fixture.first));
    notes.put(LOG, 11, new byte[]{2});
    Files.write(file(fixture.second), old);
    assertThat(notes.newest(LOG).orElseThrow().size()).isEqualTo(11);
    Files.delete(file(fixture.second));
    assertThat(notes.newest(LOG).orElseThrow().size()).isEqualTo(11);
  }

  @Test
  void anUnreadableNoteDoesNotPassForNone() throws IOException {
    notes.put(LOG, 10, new byte[]{1, 2, 3});
    byte[] good = Files.readAllBytes(file(fixture.first));
    for (int bit = 0; bit < good.length * 8; bit++) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file(fixture.first), bad);
      assertThat(notes.newest(LOG).orElseThrow().note()).containsExactly(1, 2, 3);
    }
    Files.write(file(fixture.second), Arrays.copyOf(good, good.length - 1));
    assertThatThrownBy(() -> notes.newest(LOG)).isInstanceOf(FormatRefused.class);
  }

  @Test
  void anotherLogsNoteIsRefused() throws IOException {
    notes.put("other", 3, new byte[]{2});
    notes.put(LOG, 3, new byte[]{2});
    Path other = fixture.first.resolve(SlotsFixture.names(fixture.first)
        .stream()
        .filter(name -> !name.equals(file(fixture.first).getFileName().toString()))
        .findFirst()
        .orElseThrow());
    Files.copy(other, file(fixture.first), StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> notes.newest(LOG)).isInstanceOf(FormatRefused.class);
  }

  @Test
  void refusesWhatIsTooLargeOrNegative() {
    assertThatThrownBy(() -> notes.put(LOG, -1, new byte[0])).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> notes.put(LOG, 1, new byte[(1 << 16) + 1]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aMissingFolderStopsEverything() throws IOException {
    Files.delete(fixture.second);
    assertThatThrownBy(() -> notes.put(LOG, 1, new byte[0])).isInstanceOf(RootFolderMissing.class);
    assertThatThrownBy(() -> notes.newest(LOG)).isInstanceOf(RootFolderMissing.class);
  }

  /** SHA-256 of the origin in UTF-8. */
  private static Path file(Path folder) {
    return folder.resolve("14524a5c137011f9ab165c1022a167273d5b255dce474d4e4372a0d3a62e86ea.note");
  }
}
