package io.safehand.core.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.person.PersonId;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KeyEntryTest {
  private final VaultFixture safe = new VaultFixture();

  @Test
  void carriesEachKindOfKeySoThatItOpensTheSame() {
    SealedGroup sealed = safe.seal(Suite.AES_256_GCM, "x");
    DataKey data = safe.vault.dataKey(safe.key);
    GroupKey group = safe.vault.groupKey(data, Suite.AES_256_GCM, VaultFixture.CONTACT);
    KeyEntry person = moved(KeyEntry.of(safe.person, safe.key));
    KeyEntry whole = moved(KeyEntry.of(safe.person, data));
    KeyEntry part = moved(KeyEntry.of(safe.person, group, 200));
    assertThat(safe.open(person.personKey(), safe.contact, sealed)).isEqualTo("x");
    assertThat(safe.open(whole.dataKey(), safe.contact, sealed)).isEqualTo("x");
    assertThat(safe.open(part.groupKey(Suite.AES_256_GCM, VaultFixture.CONTACT), safe.contact, sealed))
        .isEqualTo("x");
    assertThat(part.ordinal()).isEqualTo(200);
    assertThat(part.kind()).isEqualTo(KeyKind.GROUP);
    assertThat(part.person()).isEqualTo(safe.person);
    assertThat(part.keyId()).isEqualTo(safe.key.id());
  }

  @Test
  void givesOutNoOtherKindThanItHolds() {
    KeyEntry data = KeyEntry.of(safe.person, safe.vault.dataKey(safe.key));
    assertThatThrownBy(data::personKey).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> data.groupKey(Suite.AES_256_GCM, VaultFixture.CONTACT))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(KeyEntry.of(safe.person, safe.key)::dataKey).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refusesUnknownKindsAbsentPeopleAndStrayOrdinals() {
    byte[] good = bytes(KeyEntry.of(safe.person, safe.key));
    for (int kind : new int[]{0, 4, 5, 255}) {
      refused(good, 64, kind);
    }
    refused(good, 65, 1);
    byte[] nobody = good.clone();
    Arrays.fill(nobody, 0, 16, (byte) 0);
    assertThatThrownBy(() -> KeyEntry.read(ByteBuffer.wrap(nobody))).isInstanceOf(FormatRefused.class);
    assertThatThrownBy(() -> KeyEntry.of(new PersonId(0, 0), safe.key)).isInstanceOf(FormatRefused.class);
    assertThatThrownBy(() -> KeyEntry.of(safe.person,
        safe.vault.groupKey(safe.vault.dataKey(safe.key), Suite.AES_256_GCM, VaultFixture.CONTACT), 256))
        .isInstanceOf(FormatRefused.class);
  }

  @Test
  void closingOverwritesItsOwnCopyOnly() {
    KeyEntry entry = KeyEntry.of(safe.person, safe.key);
    PersonKey given = entry.personKey();
    entry.close();
    assertThatThrownBy(entry::personKey).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> bytes(entry)).isInstanceOf(IllegalStateException.class);
    assertThat(given.bytes()).isEqualTo(safe.key.bytes());
  }

  @Test
  void closingAKeyLeavesZeros() {
    byte[] bytes = safe.key.bytes();
    safe.key.close();
    assertThat(bytes).containsOnly(0);
  }

  @Test
  void idsHaveOneTextForm() {
    KeyId id = safe.key.id();
    assertThat(KeyId.parse(id.toString())).isEqualTo(id);
    assertThatThrownBy(() -> KeyId.parse(id.toString().substring(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new KeyId(-1, 0)).isGreaterThan(new KeyId(1, 0));
    assertThat(new KeyId(1, -1)).isGreaterThan(new KeyId(1, 1));
  }

  private static void refused(byte[] good, int at, int value) {
    byte[] bad = good.clone();
    bad[at] = (byte) value;
    assertThatThrownBy(() -> KeyEntry.read(ByteBuffer.wrap(bad))).isInstanceOf(FormatRefused.class);
  }

  private static KeyEntry moved(KeyEntry entry) {
    return KeyEntry.read(ByteBuffer.wrap(bytes(entry)));
  }

  private static byte[] bytes(KeyEntry entry) {
    ByteBuffer to = ByteBuffer.allocate(KeyEntry.BYTES);
    entry.write(to);
    return to.array();
  }
}
