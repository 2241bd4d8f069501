package io.safehand.server.custody.inventory;

import io.safehand.core.inventory.Inventory;
import io.safehand.server.base.decisions.Matter;
import java.util.List;

/**
 * A text that was put to the vote and is not in force yet.
 *
 * @param changes against the version in force
 */
public record Proposal(Matter matter, String yaml, Inventory inventory, List<Change> changes) {
  public Proposal {
    changes = List.copyOf(changes);
  }
}
