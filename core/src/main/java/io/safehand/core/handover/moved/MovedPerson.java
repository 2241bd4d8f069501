package io.safehand.core.handover.moved;

import io.safehand.core.person.PersonId;
import io.safehand.core.vault.KeyId;
import java.util.List;

/**
 * Everything of one person that goes to the buyer, without the keys. Its encoded form is one leaf of the package's Merkle tree.
 *
 * @param keyId names the person key under which all of it is sealed
 * @param records at least one, each with its own id
 */
public record MovedPerson(PersonId id, KeyId keyId, List<MovedRecord> records) {
  public MovedPerson {
    records = List.copyOf(records);
    if (records.isEmpty() || id.isAbsent()) {
      throw new IllegalArgumentException("a moved person has an id and at least one record");
    }
    if (records.size() > 1 && records.stream().map(MovedRecord::id).distinct().count() != records.size()) {
      throw new IllegalArgumentException("a record stands twice");
    }
  }
}
