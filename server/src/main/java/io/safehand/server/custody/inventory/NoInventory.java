package io.safehand.server.custody.inventory;

/** The company has not adopted an inventory, so nothing may be held for it. */
public final class NoInventory extends RuntimeException {
  private static final long serialVersionUID = 1;

  NoInventory() {
    super("the company has not adopted an inventory of personal information");
  }
}
