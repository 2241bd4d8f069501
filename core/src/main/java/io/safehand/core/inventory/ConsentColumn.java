package io.safehand.core.inventory;

import java.util.Set;

/**
 * A column of the source file that says what the person answered about a purpose.
 *
 * @param given cell texts that mean yes, exactly as written; every other text that is not refusal means unknown
 * @param refused cell texts that mean no
 */
public record ConsentColumn(String column, Purpose purpose, Set<String> given, Set<String> refused) {
  public ConsentColumn {
    given = Set.copyOf(given);
    refused = Set.copyOf(refused);
  }
}
