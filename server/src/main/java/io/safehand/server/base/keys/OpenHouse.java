package io.safehand.server.base.keys;

import io.safehand.core.ledger.note.SigningKeys;
import io.safehand.core.vault.root.RootSlots;
import io.safehand.core.vault.root.UnsealSecret;
import io.safehand.core.vault.tree.RootKey;

/** What is open while the server is unsealed. Closing overwrites it. */
record OpenHouse(UnsealSecret secret, RootSlots slots, RootKey root, SigningKeys signing,
    TextKey texts) implements AutoCloseable {
  @Override
  public void close() {
    texts.close();
    signing.close();
    root.close();
    secret.close();
  }

  @Override
  public String toString() {
    return "open house " + signing.name();
  }
}
