package io.safehand.core.custody;

import io.safehand.core.custody.keys.CompanyKeys;
import io.safehand.core.custody.keys.KeyMissing;
import io.safehand.core.custody.stored.Custody;
import io.safehand.core.custody.stored.CustodyStore;
import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.person.PersonId;
import io.safehand.core.vault.ForgedRecord;
import io.safehand.core.vault.PersonKey;
import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.SecretBox;
import io.safehand.core.vault.Suite;
import io.safehand.core.vault.Vault;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What is written about a person beside the record: messages, notes, scanned papers. It is sealed under a key that only
 * the person's ledger key gives, so it opens as long as the person is held and, once the person is shredded, no more,
 * whatever copy somebody kept. Bound to the person and to its place; a change of a bit is refused. Form: docs/formats/paper.md.
 *
 * <p>Writes no line: whoever opens a paper says in one of their own what for. For one thread at a time.
 */
public final class Papers {
  private static final byte FORMAT = 1;
  private static final int HEADER_BYTES = 2;
  private static final byte[] LABEL = "safehand paper 1".getBytes(StandardCharsets.US_ASCII);

  private final CompanyKeys keys;
  private final CustodyStore store;
  private final SecureRandom random;
  private final Vault vault;

  public Papers(CompanyKeys keys, CustodyStore store, SecureRandom random) {
    this.keys = keys;
    this.store = store;
    this.random = random;
    this.vault = new Vault(new Randomness(random));
  }

  /**
   * Seals bytes for this place.
   *
   * @param place table, column and row that will hold it
   * @throws UnknownPerson when nobody of this id is held
   */
  public byte[] seal(PersonId person, String place, byte[] clear) {
    Suite suite = Suite.AES_256_GCM;
    byte[] sealed = with(person, suite, (box, key) -> box.seal(key, context(person, place), clear));
    return ByteBuffer.allocate(HEADER_BYTES + sealed.length)
        .put(FORMAT)
        .put((byte) suite.number())
        .put(sealed)
        .array();
  }

  /**
   * Opens what was sealed for this place; the caller overwrites it after use.
   *
   * @throws UnknownPerson when the person is not held any more
   * @throws ForgedRecord when it was sealed for another person or place, or was changed
   */
  public byte[] open(PersonId person, String place, byte[] paper) {
    if (paper.length < HEADER_BYTES || paper[0] != FORMAT) {
      throw new ForgedRecord("a paper of another format than " + FORMAT);
    }
    byte[] sealed = Arrays.copyOfRange(paper, HEADER_BYTES, paper.length);
    return with(person, Suite.ofNumber(paper[1]),
        (box, key) -> box.open(key, context(person, place), sealed)
            .orElseThrow(
                () -> new ForgedRecord("a paper does not belong to this person or place, or was changed")));
  }

  private byte[] with(PersonId person, Suite suite, Use use) {
    byte[] key = store.together(custody -> key(custody, person));
    try (vault; SecretBox box = new SecretBox(suite, new Randomness(random))) {
      return use.of(box, key);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  private byte[] key(Custody custody, PersonId person) {
    SealedRecord record = custody.records().find(person).orElseThrow(UnknownPerson::new);
    try (PersonKey own = keyOf(custody, record)) {
      byte[] ledgerKey = RecordOpening.ledgerKey(vault, own, record);
      try {
        return derived(ledgerKey);
      } finally {
        Arrays.fill(ledgerKey, (byte) 0);
      }
    }
  }

  /** Within somebody else's transaction the person may be shredded between the record and the key. */
  private PersonKey keyOf(Custody custody, SealedRecord record) {
    try {
      return keys.find(custody, record);
    } catch (KeyMissing missing) {
      if (custody.records().find(record.person()).isEmpty()) {
        throw new UnknownPerson();
      }
      throw missing;
    }
  }

  private static byte[] derived(byte[] ledgerKey) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(ledgerKey, "HmacSHA256"));
      return mac.doFinal(LABEL);
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java platform has HmacSHA256", absent);
    }
  }

  private static byte[] context(PersonId person, String place) {
    byte[] where = place.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(LABEL.length + 2 * Long.BYTES + where.length)
        .put(LABEL)
        .putLong(person.high())
        .putLong(person.low())
        .put(where)
        .array();
  }

  /** Something done with the key of a person's papers. */
  private interface Use {
    byte[] of(SecretBox box, byte[] key);
  }
}
