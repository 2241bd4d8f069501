package io.safehand.server.site.guide;

import io.safehand.server.base.access.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A task of the first day as it stands, and whose it is. */
record Task(Step step, Role role, State state) {
  enum State {
    DONE, NOW, LATER
  }

  /** All tasks in their order: the first that is not done is what to do now. */
  static List<Task> after(Set<Step> done) {
    Step now = Arrays.stream(Step.values()).filter(step -> !done.contains(step)).findFirst().orElse(null);
    return Arrays.stream(Step.values())
        .map(step -> new Task(step, step.role(),
            done.contains(step) ? State.DONE : step == now ? State.NOW : State.LATER))
        .toList();
  }
}
