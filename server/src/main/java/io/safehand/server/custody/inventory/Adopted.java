package io.safehand.server.custody.inventory;

import io.safehand.core.inventory.Inventory;
import java.time.Instant;
import java.util.List;

/**
 * A version of the inventory that a company has adopted.
 *
 * @param number counts the company's versions from 1
 * @param sha256 of the exact text in UTF-8, 64 hexadecimal digits
 */
public record Adopted(int number, String sha256, Inventory inventory, Instant at, String by,
    List<String> approvers) {
  public Adopted {
    approvers = List.copyOf(approvers);
  }
}
