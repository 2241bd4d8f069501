package io.safehand.server.custody.inventory;

import io.safehand.core.inventory.Basis;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.inventory.Sensitivity;
import io.safehand.core.person.Category;
import java.time.Period;

/**
 * What somebody says of a column that a source has and the inventory lacks.
 *
 * @param column its heading, which may come out of a person's file, so it is not printed
 * @param identity part of what tells two customers apart; only a first inventory asks for it
 */
public record DeclaredColumn(String column, Category category, Purpose purpose, Basis basis, Period retention,
    Sensitivity sensitivity, boolean identity) {
  @Override
  public String toString() {
    return category + " for " + purpose;
  }
}
