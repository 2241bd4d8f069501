package io.safehand.core.inventory;

/** An inventory that cannot be adopted; the message names the place and what to change. */
public final class InventoryRefused extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  public InventoryRefused(String message) {
    super(message);
  }
}
