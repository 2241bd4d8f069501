package io.safehand.core.detect.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No miss and no false alarm on a set in which every value is marked. */
class LabelledSetTest {
  @TempDir
  Path folder;

  @Test
  void findsEveryTypeInEveryWrittenFormAndNothingElse() throws IOException {
    assertThat(differences(LabelledForms.of(1, 4), StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void findsWhatPeopleWrite() throws IOException {
    assertThat(differences(HardCases.there(), StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void passesOverWhatOnlyLooksLikeIt() throws IOException {
    assertThat(differences(HardCases.notThere(), StandardCharsets.UTF_8)).isEmpty();
    assertThat(differences(LookAlikes.of(2, 40), StandardCharsets.UTF_8)).isEmpty();
  }

  private List<String> differences(List<LabelledLine> lines, Charset charset) throws IOException {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.text()).append('\n'));
    Path file = Files.writeString(folder.resolve("set.txt"), text, charset);
    Map<Long, List<String>> found = new TreeMap<>();
    new FileScan().scan(file, new ScanReport() {
      @Override
      public void found(Located value) {
        found.computeIfAbsent(value.line(), line -> new ArrayList<>())
            .add(value.column() + " " + value.category().code() + " " + value.value().exposed());
      }

      @Override
      public void skipped(Path skipped, String reason) {
        found.computeIfAbsent(0L, line -> new ArrayList<>()).add(reason);
      }
    });
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      List<String> there = found.getOrDefault(i + 1L, List.of());
      if (!there.equals(lines.get(i).values())) {
        differences.add(lines.get(i).text() + "  expected " + lines.get(i).values() + " found " + there);
      }
    }
    return differences;
  }
}
