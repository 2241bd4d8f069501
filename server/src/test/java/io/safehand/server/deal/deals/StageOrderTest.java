package io.safehand.server.deal.deals;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.rules.Stage;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StageOrderTest {
  private static final Set<Stage> ENDS = EnumSet.of(Stage.NONE, Stage.COMPLETED, Stage.TERMINATED);

  @ParameterizedTest
  @EnumSource(Stage.class)
  void goesToTheNextStageOrToItsEndAndNowhereElse(Stage from) {
    for (Stage to : Stage.values()) {
      boolean next = !ENDS.contains(from) && to.ordinal() == from.ordinal() + 1;
      boolean end = !ENDS.contains(from) && to == Stage.TERMINATED;
      assertThat(StageOrder.allows(from, to)).as("%s to %s", from, to).isEqualTo(next || end);
    }
  }

  @Test
  void noEndIsFollowed() {
    assertThat(StageOrder.after(Stage.COMPLETED)).isEmpty();
    assertThat(StageOrder.after(Stage.TERMINATED)).isEmpty();
  }

  @Test
  void knowsWhatLiesBehind() {
    assertThat(StageOrder.before(Stage.PREPARATION)).isEmpty();
    assertThat(StageOrder.before(Stage.NDA)).containsExactly(Stage.PREPARATION, Stage.TEASER);
    assertThat(StageOrder.before(Stage.COMPLETED)).hasSize(9);
    assertThat(StageOrder.before(Stage.TERMINATED)).isEmpty();
  }
}
