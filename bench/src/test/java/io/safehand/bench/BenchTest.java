package io.safehand.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every part measures something; how fast is for a quiet machine. */
class BenchTest {
  @Test
  void everyPartPrintsLinesWithARatio() throws Exception {
    List<Json.Object> lines = new ArrayList<>();
    Bench.run(Options.parse("--people", "300", "--rounds", "1"),
        line -> lines.add(Json.parse(line.getBytes(StandardCharsets.UTF_8)).asObject()));

    assertThat(lines.getFirst().text("postgresql")).startsWith("18");
    Set<String> parts = new HashSet<>();
    for (Json.Object line : lines.subList(1, lines.size())) {
      parts.add(line.text("name").replaceFirst("[ ,].*", "").toUpperCase(Locale.ROOT));
      assertThat(line.decimal("ratio").signum()).as(line.text("name") + " against " + line.text("peer"))
          .isPositive();
      assertThat(line.text("goal")).matches("[<>]= [0-9.]+");
    }
    assertThat(parts).containsExactlyInAnyOrderElementsOf(names());
  }

  @Test
  void unknownWordsAreRefused() {
    assertThatThrownBy(() -> Options.parse("--persons", "3")).hasMessageContaining("--persons");
    assertThatThrownBy(() -> Options.parse("--part", "nothing")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Options.parse("--rounds", "0")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Options.parse("--rounds")).hasMessageContaining("--rounds");
  }

  @Test
  void aGoalIsReachedOnItsOwnSideOnly() {
    assertThat(Goal.atLeast(0.6).isReachedBy(0.6)).isTrue();
    assertThat(Goal.atLeast(0.6).isReachedBy(0.59)).isFalse();
    assertThat(Goal.atMost(2).isReachedBy(2)).isTrue();
    assertThat(Goal.atMost(2).isReachedBy(2.01)).isFalse();
  }

  @Test
  void theMedianIsTheMiddle() {
    assertThat(Figures.of(3, 1, 2)).isEqualTo(new Figures(2, 1, 3));
    assertThat(Figures.of(4, 1, 2, 3)).isEqualTo(new Figures(2.5, 1, 4));
  }

  private static List<String> names() {
    return List.of(Part.values()).stream().map(Part::name).toList();
  }
}
