package io.safehand.server.deal.deals;

import io.safehand.core.rules.Stage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way of a deal: one stage after the other, never back; an end from anywhere but another end. */
final class StageOrder {
  private static final List<Stage> WAY = List.of(Stage.PREPARATION, Stage.TEASER, Stage.NDA,
      Stage.DUE_DILIGENCE_1, Stage.DUE_DILIGENCE_2, Stage.SIGNING, Stage.NOTICE, Stage.CLOSING,
      Stage.POST_CLOSING, Stage.COMPLETED);
  private static final Map<Stage, Stage> NEXT = next();

  private StageOrder() {}

  static Optional<Stage> after(Stage stage) {
    return Optional.ofNullable(NEXT.get(stage));
  }

  /** Whether a deal may go from one to the other, by an advance or by its end. */
  static boolean allows(Stage from, Stage to) {
    return to == Stage.TERMINATED ? NEXT.containsKey(from) : NEXT.get(from) == to;
  }

  /** The stages a deal has left behind when it stands here, in order; none of a deal that was ended. */
  static List<Stage> before(Stage stage) {
    int at = WAY.indexOf(stage);
    return at < 0 ? List.of() : WAY.subList(0, at);
  }

  private static Map<Stage, Stage> next() {
    Map<Stage, Stage> next = new EnumMap<>(Stage.class);
    for (int at = 1; at < WAY.size(); at++) {
      next.put(WAY.get(at - 1), WAY.get(at));
    }
    return next;
  }
}
