package io.safehand.core.custody.stored;

import io.safehand.core.person.PersonId;
import io.safehand.core.person.RecordId;
import io.safehand.core.vault.KeyId;
import io.safehand.core.vault.tree.KeyPlace;

/**
 * A person's record as it is stored: nothing in it can be read without the person's key.
 *
 * @param slot where the key is said to lie in the key tree; a hint that is checked, never trusted
 * @param ledgerKey the person's ledger key, sealed under the person key and bound to the facts
 * @param groups the sealed field groups, one after the other
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, passed on and never compared
public record SealedRecord(PersonId person, RecordId record, KeyId key, int slot, byte[] ledgerKey,
    byte[] groups, RecordFacts facts) {
  /** Where its key should be. */
  public KeyPlace place() {
    return new KeyPlace(slot, person, key);
  }

  @Override
  public String toString() {
    return "record of person " + person;
  }
}
