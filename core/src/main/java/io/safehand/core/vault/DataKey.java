package io.safehand.core.vault;

/** Opens every group of a person, but not the ledger key; travels when every group may. */
public final class DataKey extends OpeningKey {
  DataKey(KeyId id, byte[] bytes) {
    super(id, bytes);
  }
}
