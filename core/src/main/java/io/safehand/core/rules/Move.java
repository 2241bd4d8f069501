package io.safehand.core.rules;

import io.safehand.core.person.GroupName;
import java.util.Set;

/** The decision about one person at hand-over: which groups travel, or why the person stays behind. */
public sealed interface Move {
  record Moved(Set<GroupName> groups) implements Move {
    public Moved {
      groups = Set.copyOf(groups);
    }
  }

  record Excluded(Reason reason) implements Move {}
}
