package io.safehand.core.detect.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.SharedData;
import io.safehand.core.person.Category;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Measures names in running text against a tagged news corpus, of which one half was used to set the weights. More than
 * half of the names of the other half stand in a single list of 617 without anything between them.
 */
class NameMeasureTest {
  private final IdentifierScan scan = new IdentifierScan();

  private record Sentence(String text, Set<String> people) {}

  private record Measured(int right, int found, int there) {
    double precision() {
      return (double) right / found;
    }

    double recall() {
      return (double) right / there;
    }
  }

  @Test
  void findsMostNamesOfTheHalfThatWasNotUsedAndSeldomAnythingElse() throws IOException {
    List<Sentence> sentences = sentences(SharedData.folder("names").resolve("msra_test_bio.txt"));
    Measured used = measured(sentences, 0);
    Measured unused = measured(sentences, 1);
    System.out.printf("names: used half precision %.3f recall %.3f; other half precision %.3f recall %.3f%n",
        used.precision(), used.recall(), unused.precision(), unused.recall());
    assertThat(used.precision()).isGreaterThan(0.95);
    assertThat(used.recall()).isGreaterThan(0.60);
    assertThat(unused.precision()).isGreaterThan(0.90);
    assertThat(unused.recall()).isGreaterThan(0.45);
  }

  private Measured measured(List<Sentence> sentences, int half) {
    int right = 0;
    int all = 0;
    int there = 0;
    scan.newDocument();
    for (int i = half; i < sentences.size(); i += 2) {
      Set<String> found = names(sentences.get(i).text());
      all += found.size();
      there += sentences.get(i).people().size();
      int before = found.size();
      Set<String> wrong = new HashSet<>(found);
      wrong.removeAll(sentences.get(i).people());
      right += before - wrong.size();
    }
    return new Measured(right, all, there);
  }

  private Set<String> names(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Set<String> found = new HashSet<>();
    scan.scan(bytes, 0, bytes.length, (category, start, end, confidence) -> {
      if (category == Category.NAME) {
        int from = new String(bytes, 0, start, StandardCharsets.UTF_8).length();
        found.add(
            from + "-" + (from + new String(bytes, start, end - start, StandardCharsets.UTF_8).length()));
      }
    });
    return found;
  }

  private static List<Sentence> sentences(Path file) throws IOException {
    List<Sentence> sentences = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    Set<String> people = new HashSet<>();
    int start = -1;
    for (String line : Files.readAllLines(file)) {
      boolean inside = line.endsWith("I-PER");
      if (start >= 0 && !inside) {
        people.add(start + "-" + text.length());
        start = -1;
      }
      if (line.isBlank()) {
        sentences.add(new Sentence(text.toString(), people));
        text = new StringBuilder();
        people = new HashSet<>();
      } else {
        start = line.endsWith("B-PER") ? text.length() : start;
        text.append(line, 0, line.indexOf('\t'));
      }
    }
    return sentences;
  }
}
