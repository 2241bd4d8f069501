package io.safehand.core.inventory;

import java.util.Map;

/**
 * A purpose, to whom it is open and in which form.
 *
 * @param travels whether the buyer may continue this purpose after the transfer
 */
public record PurposeRule(Purpose purpose, String titleZh, String titleEn, boolean travels,
    Map<Audience, Form> opens) {
  public PurposeRule {
    opens = Map.copyOf(opens);
    if (opens.containsKey(Audience.PLATFORM)) {
      throw new InventoryRefused(InventoryRefused.Why.PLATFORM, purpose);
    }
  }
}
