package io.safehand.server.govern.cases;

import java.util.Set;

/**
 * A case did not move, and stands as it stood.
 *
 * @param missing what would have to be shown; empty when there is no such move at all
 */
public record MoveRefused(String from, String to, Set<String> missing) {
  public MoveRefused {
    missing = Set.copyOf(missing);
  }
}
