package io.safehand.server.custody.disclosure;

import io.safehand.core.inventory.Purpose;
import io.safehand.core.person.FieldName;
import io.safehand.core.person.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A search that was done, and whom it found, for as long as its asker looks at them.
 *
 * @param id names it in addresses; it tells nothing and serves its asker alone
 */
public record Inquiry(UUID id, Purpose purpose, String matter, FieldName field, Instant ends,
    List<PersonId> people) {
  public Inquiry {
    people = List.copyOf(people);
  }
}
