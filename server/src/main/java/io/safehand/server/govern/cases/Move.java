package io.safehand.server.govern.cases;

import java.util.Set;

/**
 * A step of a case.
 *
 * @param shown what the module that owns the kind has verified
 * @param reason a stable code; empty when there is none
 * @param who the account or job that makes it
 */
public record Move(String to, Set<String> shown, String reason, String who) {
  public Move {
    shown = Set.copyOf(shown);
    if (!reason.matches("|[a-z][a-z0-9.-]{0,79}")) {
      throw new IllegalArgumentException("a reason is a stable code; its words are an entry");
    }
  }
}
