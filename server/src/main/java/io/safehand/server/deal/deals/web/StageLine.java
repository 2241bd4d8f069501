package io.safehand.server.deal.deals.web;

import io.safehand.core.rules.Stage;
import java.util.List;
import java.util.stream.Stream;

/** The way of a deal, as a line that shows where it stands. */
record StageLine(Stage stage, Place place) {
  /** Where a stage lies, seen from the present one. */
  enum Place {
    BEHIND, HERE, AHEAD
  }

  static List<StageLine> of(Stage present) {
    return Stream.of(Stage.values())
        .filter(stage -> stage != Stage.NONE)
        .filter(stage -> present == Stage.TERMINATED ? stage == present : stage != Stage.TERMINATED)
        .map(stage -> new StageLine(stage, place(stage, present)))
        .toList();
  }

  private static Place place(Stage stage, Stage present) {
    return stage == present ? Place.HERE : stage.compareTo(present) < 0 ? Place.BEHIND : Place.AHEAD;
  }
}
