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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No miss and no false alarm on a set in which every value is marked. */
class LabelledSetTest {
  private FileScan scan = new FileScan();

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

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16BE", "UTF-16LE"})
  void findsTheSameInEveryEncoding(String charset) throws IOException {
    List<LabelledLine> marked = new ArrayList<>(LabelledForms.of(3, 1));
    marked.addFirst(new LabelledLine("\uFEFF" + marked.getFirst().text(), marked.removeFirst().values()));
    assertThat(differences(marked, Charset.forName(charset))).isEmpty();
  }

  @Test
  void findsEveryValueOnceWhereverAWindowIsCut() throws IOException {
    LabelledLine line = joined(LabelledForms.of(4, 2));
    for (int window : List.of(4096, 4099, 10_000, TextScan.WINDOW)) {
      scan = new FileScan(window);
      assertThat(differences(List.of(line), StandardCharsets.UTF_8)).isEmpty();
      assertThat(differences(List.of(line), Charset.forName("GB18030"))).isEmpty();
    }
  }

  /** All in one line, with characters of four bytes between them so that no buffer ends at the same place of each. */
  private static LabelledLine joined(List<LabelledLine> lines) {
    StringBuilder text = new StringBuilder();
    List<String> values = new ArrayList<>();
    for (LabelledLine line : lines) {
      int shift = text.codePointCount(0, text.length());
      for (String value : line.values()) {
        int column = Integer.parseInt(value.substring(0, value.indexOf(' ')));
        values.add(column + shift + value.substring(value.indexOf(' ')));
      }
      text.append(line.text().replace('\r', '。')).append("。\uD842\uDFB7。");
    }
    return new LabelledLine(text.toString(), values);
  }

  private List<String> differences(List<LabelledLine> lines, Charset charset) throws IOException {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.text()).append('\n'));
    Path file = Files.writeString(folder.resolve("set.txt"), text, charset);
    Map<Long, List<String>> found = new TreeMap<>();
    scan.scan(file, new ScanReport() {
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
        List<String> missed = new ArrayList<>(lines.get(i).values());
        missed.removeAll(there);
        List<String> wrong = new ArrayList<>(there);
        wrong.removeAll(lines.get(i).values());
        differences.add(shortened(lines.get(i).text()) + "  expected " + missed + " found " + wrong);
      }
    }
    return differences;
  }

  private static String shortened(String text) {
    return text.length() > 200 ? text.substring(0, 20) + "…" : text;
  }
}
