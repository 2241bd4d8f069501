package io.safehand.server.site.guide;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A task of the first day as it stands. */
record Task(Step step, State state) {
  enum State {
    DONE, NOW, LATER
  }

  /** All tasks in their order: the first that is not done is what to do now. */
  static List<Task> after(Set<Step> done) {
    Step now = Arrays.stream(Step.values()).filter(step -> !done.contains(step)).findFirst().orElse(null);
    return Arrays.stream(Step.values())
        .map(step -> new Task(step, done.contains(step) ? State.DONE : step == now ? State.NOW : State.LATER))
        .toList();
  }
}
