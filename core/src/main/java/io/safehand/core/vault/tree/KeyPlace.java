package io.safehand.core.vault.tree;

import io.safehand.core.person.PersonId;
import io.safehand.core.vault.KeyId;

/**
 * Whose key, and the slot a record says it lies in. The slot only says which page to look at: the key is found by
 * person and key id.
 */
public record KeyPlace(int slot, PersonId person, KeyId key) {}
