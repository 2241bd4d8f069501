package io.safehand.core.vault;

import io.safehand.core.person.GroupName;
import io.safehand.core.person.PersonId;
import io.safehand.core.person.RecordId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;

/**
 * Seals and opens field groups. What is sealed opens only with its key, for its person, record, group and version, and
 * only if no bit was changed; a key that was not used to seal it is refused before opening (the commitment), also
 * where an AEAD alone would accept two keys. It hides content, not length, number or time of what is sealed.
 *
 * <p>Reuses its ciphers and buffers, so it is for one thread. {@link #close()} overwrites them; acts do so at the end of
 * each call, and begin the next with the same vault.
 */
public final class Vault implements AutoCloseable {
  /** The most bytes a sealed group is longer than what was sealed. */
  public static final int OVERHEAD_BYTES = 104;

  private static final int LEDGER_KEY_BYTES = 32;
  private static final byte[] LEDGER = "safehand ledger key 1".getBytes(StandardCharsets.US_ASCII);

  private final Randomness randomness;
  private final Derivation derivation = new Derivation();
  private final Context context = new Context();
  private final Sealing sealing;
  private final SecretBox box;
  private final Hash hash = new Hash.Sha256();
  private final ByteBuffer ids = ByteBuffer.allocate(RecordId.BYTES);
  private final byte[] above = new byte[SecretBytes.BYTES];
  private final byte[] groupKey = new byte[SecretBytes.BYTES];
  private final byte[] ledgerKey = new byte[LEDGER_KEY_BYTES];
  private final byte[] nonce = new byte[Aead.NONCE_BYTES];
  private final byte[] expected = new byte[SealedGroup.COMMITMENT_BYTES];
  private final byte[] found = new byte[SealedGroup.COMMITMENT_BYTES];

  public Vault(Randomness randomness) {
    this.randomness = randomness;
    this.sealing = new Sealing(randomness, derivation);
    this.box = new SecretBox(Suite.AES_256_GCM, randomness);
  }

  /** Begins to seal a record; the key of the record before is forgotten. */
  public Sealing record(PersonKey key, PersonId person, RecordId record) {
    if (person.isAbsent()) {
      throw new IllegalArgumentException("a record belongs to a person");
    }
    return sealing.begin(key, person, record);
  }

  /** Opens one group, or throws {@link ForgedRecord}. The caller overwrites the result after use. */
  public byte[] open(OpeningToken token, OpeningKey key, Place place, SealedGroup sealed) {
    Objects.requireNonNull(token);
    if (!belongs(key, place, sealed)) {
      throw forged(sealed);
    }
    sealed.nonce(nonce);
    Aead aead = derivation.algorithms(sealed.suite())
        .opening(groupKey, nonce, context.bytes(), context.from(), context.length());
    return sealed.open(aead).orElseThrow(() -> forged(sealed));
  }

  private static ForgedRecord forged(SealedGroup sealed) {
    return new ForgedRecord(
        "a " + sealed + " does not belong to this person, record, group or key, or was changed");
  }

  /**
   * Whether the group was sealed under this key for this place, judged by the commitment alone: nothing is opened, and
   * the ciphertext is not checked.
   */
  public boolean belongs(OpeningKey key, Place place, SealedGroup sealed) {
    if (!sealed.isNamed(place.group())) {
      return false;
    }
    PreparedGroup group = new PreparedGroup(place.group(), sealed.suite(), sealed.version());
    if (!deriveGroupKey(key, group)) {
      return false;
    }
    context.set(group, place.person(), place.record(), key.id());
    context.commit(derivation.algorithms(group.suite()).hmac(), groupKey, expected, 0);
    sealed.commitment(found);
    return MessageDigest.isEqual(expected, found);
  }

  private boolean deriveGroupKey(OpeningKey key, PreparedGroup group) {
    switch (key) {
      case PersonKey person -> {
        derivation.data(person.bytes(), above);
        derivation.group(above, group, groupKey);
      }
      case DataKey data -> derivation.group(data.bytes(), group, groupKey);
      case GroupKey one -> {
        System.arraycopy(one.bytes(), 0, groupKey, 0, groupKey.length);
        return one.suite() == group.suite() && one.group().equals(group.group());
      }
    }
    return true;
  }

  /** The key that opens every group and nothing else; its id is the person key's. */
  public DataKey dataKey(PersonKey key) {
    byte[] derived = new byte[SecretBytes.BYTES];
    derivation.data(key.bytes(), derived);
    return new DataKey(key.id(), derived);
  }

  /** The key that opens one group and nothing else; its id is the person key's. */
  public GroupKey groupKey(DataKey key, Suite suite, GroupName group) {
    byte[] derived = new byte[SecretBytes.BYTES];
    derivation.group(key.bytes(), new PreparedGroup(group, suite, 0), derived);
    return new GroupKey(key.id(), derived, suite, group);
  }

  /**
   * Seals the 32 bytes of a person's ledger key under what only the person key gives, bound to person and key id and to
   * what else the caller says: who opens it knows that this is as it was.
   */
  public byte[] sealLedgerKey(PersonKey key, PersonId person, byte[] bound, byte[] ledgerKey) {
    if (ledgerKey.length != LEDGER_KEY_BYTES) {
      throw new IllegalArgumentException("a ledger key is 32 bytes");
    }
    derivation.own(key.bytes(), above);
    return box.seal(above, ledgerContext(key, person, bound), ledgerKey);
  }

  /** A new ledger key for a person, sealed as {@link #sealLedgerKey} does. */
  public byte[] sealNewLedgerKey(PersonKey key, PersonId person, byte[] bound) {
    randomness.fill(ledgerKey);
    byte[] sealed = sealLedgerKey(key, person, bound, ledgerKey);
    Arrays.fill(ledgerKey, (byte) 0);
    return sealed;
  }

  /** Opens what {@link #sealLedgerKey} sealed, or throws {@link ForgedRecord}. */
  public byte[] openLedgerKey(OpeningToken token, PersonKey key, PersonId person, byte[] bound,
      byte[] sealed) {
    Objects.requireNonNull(token);
    derivation.own(key.bytes(), above);
    return box.open(above, ledgerContext(key, person, bound), sealed)
        .orElseThrow(() -> new ForgedRecord(
            "a sealed ledger key does not belong to this person, record and key, or it or a fact was changed"));
  }

  /** SHA-256 of a record id and its sealed groups, which the ledger commits to: a later change of the row shows. */
  public byte[] digest(RecordId record, byte[] groups) {
    byte[] digest = new byte[Hash.BYTES];
    ids.clear();
    record.write(ids);
    hash.update(ids.array(), 0, RecordId.BYTES);
    hash.update(groups, 0, groups.length);
    hash.finish(digest, 0);
    return digest;
  }

  private static byte[] ledgerContext(PersonKey key, PersonId person, byte[] bound) {
    ByteBuffer to = ByteBuffer.allocate(LEDGER.length + PersonId.BYTES + KeyId.BYTES + bound.length)
        .put(LEDGER);
    person.write(to);
    key.id().write(to);
    return to.put(bound).array();
  }

  @Override
  public void close() {
    sealing.forget();
    derivation.forget();
    box.close();
    Arrays.fill(above, (byte) 0);
    Arrays.fill(groupKey, (byte) 0);
  }
}
