package io.safehand.core.custody;

import io.safehand.core.custody.keys.CompanyKeys;
import io.safehand.core.custody.stored.CustodyStore;
import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.ledger.LedgerKey;
import io.safehand.core.person.PersonId;
import io.safehand.core.vault.PersonKey;
import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.Vault;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Lends a held person's ledger key to whoever writes a line about the person, so that nobody else finds it. Opens no
 * field. For one thread at a time.
 */
public final class Naming {
  private final CompanyKeys keys;
  private final CustodyStore store;
  private final Vault vault;

  public Naming(CompanyKeys keys, CustodyStore store, SecureRandom random) {
    this.keys = keys;
    this.store = store;
    this.vault = new Vault(new Randomness(random));
  }

  /**
   * What the use makes of the key, in one transaction with finding the person; the key is zeroed after it.
   *
   * @throws UnknownPerson when nobody of this id is held
   */
  public <T> T about(PersonId person, Function<LedgerKey, T> use) {
    return store.together(custody -> {
      SealedRecord record = custody.records().find(person).orElseThrow(UnknownPerson::new);
      try (vault; PersonKey own = keys.find(custody, record)) {
        byte[] bytes = RecordOpening.ledgerKey(vault, own, record);
        try (LedgerKey key = LedgerKey.of(bytes)) {
          return use.apply(key);
        } finally {
          Arrays.fill(bytes, (byte) 0);
        }
      }
    });
  }
}
