package io.safehand.server.custody.inventory;

import io.safehand.server.base.access.Account;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.decisions.MatterId;

/** An inventory that two people put in force, for tests that need one. */
public record AdoptedInventory(Inventories inventories, Decisions decisions) {
  public Adopted adopt(String yaml, Account by, Account approver) {
    MatterId matter = inventories.propose(by.company(), yaml, by);
    decisions.approve(approver, matter, inventories.decided(by.company(), yaml));
    return inventories.adopt(by.company(), yaml, matter, by);
  }
}
