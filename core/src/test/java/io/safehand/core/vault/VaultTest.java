package io.safehand.core.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.person.GroupName;
import io.safehand.core.person.PersonId;
import io.safehand.core.person.RecordId;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VaultTest {
  private static final byte[] BOUND = {1, 2, 3};
  private final VaultFixture safe = new VaultFixture();
  private final Vault vault = safe.vault;

  @ParameterizedTest
  @EnumSource
  void opensWhatWasSealedWithEachKeyThatMay(Suite suite) {
    SealedGroup sealed = safe.seal(suite, "王小明 138 0000 0000");
    DataKey data = vault.dataKey(safe.key);
    GroupKey group = vault.groupKey(data, suite, VaultFixture.CONTACT);
    for (OpeningKey key : List.of(safe.key, data, group)) {
      assertThat(safe.open(key, safe.contact, sealed)).isEqualTo("王小明 138 0000 0000");
      assertThat(vault.belongs(key, safe.contact, sealed)).isTrue();
      assertThat(key.id()).isEqualTo(safe.key.id());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aGroupKeyOpensItsGroupAndSuiteOnly(Suite suite) {
    DataKey data = vault.dataKey(safe.key);
    GroupKey identity = vault.groupKey(data, suite, VaultFixture.IDENTITY);
    Suite other = suite == Suite.AES_256_GCM ? Suite.SM4_GCM_SM3 : Suite.AES_256_GCM;
    GroupKey otherSuite = vault.groupKey(data, other, VaultFixture.CONTACT);
    SealedGroup sealed = safe.seal(suite, "x");
    refuses(identity, safe.contact, sealed);
    refuses(otherSuite, safe.contact, sealed);
  }

  @ParameterizedTest
  @EnumSource
  void sealsEmptyAndLargeGroups(Suite suite) {
    for (int length : new int[]{0, 1, 15, 16, 17, 111, 112, 127, 128, 4_000, 100_000}) {
      String text = "a".repeat(length);
      SealedGroup sealed = safe.seal(suite, text);
      assertThat(sealed.plainLength()).isEqualTo(length);
      assertThat(safe.open(safe.key, safe.contact, sealed)).isEqualTo(text);
      assertThat(sealed.length()).isLessThanOrEqualTo(length + Vault.OVERHEAD_BYTES);
    }
  }

  @Test
  void theSameTextSealsDifferentlyEachTime() {
    assertThat(safe.seal(Suite.AES_256_GCM, "x").toBytes())
        .isNotEqualTo(safe.seal(Suite.AES_256_GCM, "x").toBytes());
  }

  @Test
  void overheadCoversTheLongestHeader() {
    PreparedGroup group = new PreparedGroup(new GroupName("g".repeat(31)), Suite.AES_256_GCM,
        Integer.MAX_VALUE);
    assertThat(group.sealedBytes(0)).isEqualTo(Vault.OVERHEAD_BYTES);
    ByteBuffer out = ByteBuffer.allocate(300 + Vault.OVERHEAD_BYTES);
    vault.record(safe.key, safe.person, safe.record).seal(group, new byte[300], 0, 300, out);
    assertThat(SealedGroup.read(out.flip()).version()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void appendsGroupsToACallersBufferFromTheMiddleOfAnArray() {
    ByteBuffer out = ByteBuffer.wrap(new byte[1000], 100, 800).slice();
    byte[] plain = VaultFixture.utf8("--138--王--");
    Sealing sealing = vault.record(safe.key, safe.person, safe.record);
    sealing.seal(new PreparedGroup(VaultFixture.CONTACT, Suite.AES_256_GCM, 1), plain, 2, 3, out);
    sealing.seal(new PreparedGroup(VaultFixture.IDENTITY, Suite.SM4_GCM_SM3, 7), plain, 7, 3, out);
    out.flip();
    SealedGroup contact = SealedGroup.find(out, VaultFixture.CONTACT).orElseThrow();
    SealedGroup identity = SealedGroup.find(out, VaultFixture.IDENTITY).orElseThrow();
    assertThat(safe.open(safe.key, safe.contact, contact)).isEqualTo("138");
    assertThat(safe.open(safe.key, new Place(safe.person, safe.record, VaultFixture.IDENTITY), identity))
        .isEqualTo("王");
    assertThat(identity.version()).isEqualTo(7);
    assertThat(SealedGroup.find(out, new GroupName("financial"))).isEmpty();
  }

  @Test
  void neverWritesBeyondTheRoomItWasGiven() {
    byte[] array = new byte[500];
    PreparedGroup group = new PreparedGroup(VaultFixture.CONTACT, Suite.AES_256_GCM, 1);
    ByteBuffer out = ByteBuffer.wrap(array, 100, group.sealedBytes(50) - 1);
    Sealing sealing = vault.record(safe.key, safe.person, safe.record);
    assertThatThrownBy(() -> sealing.seal(group, new byte[50], 0, 50, out))
        .isInstanceOf(BufferOverflowException.class);
    assertThat(array).containsOnly(0);
  }

  @ParameterizedTest
  @EnumSource
  void refusesEveryOtherPlaceAndKey(Suite suite) {
    SealedGroup sealed = safe.seal(suite, "x");
    PersonId person = safe.randomness.personId();
    RecordId record = safe.randomness.recordId();
    refuses(safe.key, new Place(person, safe.record, VaultFixture.CONTACT), sealed);
    refuses(safe.key, new Place(safe.person, record, VaultFixture.CONTACT), sealed);
    refuses(safe.key, new Place(safe.person, safe.record, VaultFixture.IDENTITY), sealed);
    refuses(PersonKey.draw(safe.randomness), safe.contact, sealed);
    refuses(new PersonKey(safe.randomness.keyId(), safe.key.bytes().clone()), safe.contact, sealed);
  }

  @Test
  void anotherVersionOrSuiteInTheHeaderDoesNotOpen() {
    byte[] bytes = safe.seal(Suite.AES_256_GCM, "x").toBytes();
    byte[] later = bytes.clone();
    later[3 + "contact".length()] = 2;
    assertThat(SealedGroup.read(later).version()).isEqualTo(2);
    refuses(safe.key, safe.contact, SealedGroup.read(later));
    byte[] other = bytes.clone();
    other[1] = 2;
    refuses(safe.key, safe.contact, SealedGroup.read(other));
  }

  @ParameterizedTest
  @EnumSource
  void refusesEveryTransplantAmong200Cells(Suite suite) {
    List<Cell> cells = cells(suite);
    int refused = 0;
    for (Cell from : cells) {
      for (Cell to : cells) {
        if (from == to) {
          assertThat(safe.open(to.key, to.place, from.sealed)).isEqualTo("same text");
        } else {
          refuses(to.key, to.place, from.sealed);
          refused++;
        }
      }
    }
    assertThat(refused).isEqualTo(39_800);
  }

  /** 25 people of two records of four groups: cells of one person differ by record and group alone. */
  private List<Cell> cells(Suite suite) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      PersonKey key = PersonKey.draw(safe.randomness);
      PersonId person = safe.randomness.personId();
      for (int j = 0; j < 2; j++) {
        Sealing record = vault.record(key, person, new RecordId(i, j));
        for (String name : List.of("identity", "contact", "financial", "notes")) {
          GroupName group = new GroupName(name);
          cells.add(new Cell(key, new Place(person, new RecordId(i, j), group),
              record.seal(new PreparedGroup(group, suite, 1), VaultFixture.utf8("same text"))));
        }
      }
    }
    return cells;
  }

  @ParameterizedTest
  @EnumSource
  void refusesEveryFlippedBit(Suite suite) {
    byte[] good = safe.seal(suite, "王小明 138 0000 0000").toBytes();
    for (int bit = 0; bit < good.length * 8; bit++) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << bit % 8);
      assertThatThrownBy(() -> safe.open(safe.key, safe.contact, SealedGroup.read(bad))).as("bit %s", bit)
          .isInstanceOfAny(ForgedRecord.class, FormatRefused.class);
    }
  }

  @Test
  void aLedgerKeyOpensForItsPersonKeyAndFactsOnly() {
    byte[] ledgerKey = new byte[32];
    safe.randomness.fill(ledgerKey);
    byte[] sealed = vault.sealLedgerKey(safe.key, safe.person, BOUND, ledgerKey);
    assertThat(vault.openLedgerKey(VaultFixture.TOKEN, safe.key, safe.person, BOUND, sealed))
        .isEqualTo(ledgerKey);
    PersonKey sameBytes = new PersonKey(safe.randomness.keyId(), safe.key.bytes().clone());
    PersonId other = safe.randomness.personId();
    assertThatThrownBy(() -> vault.openLedgerKey(VaultFixture.TOKEN, safe.key, other, BOUND, sealed))
        .isInstanceOf(ForgedRecord.class);
    assertThatThrownBy(() -> vault.openLedgerKey(VaultFixture.TOKEN, sameBytes, safe.person, BOUND, sealed))
        .isInstanceOf(ForgedRecord.class);
    for (byte[] changed : List.of(new byte[0], new byte[]{1, 2, 4}, new byte[]{1, 2, 3, 0})) {
      assertThatThrownBy(
          () -> vault.openLedgerKey(VaultFixture.TOKEN, safe.key, safe.person, changed, sealed))
          .isInstanceOf(ForgedRecord.class);
    }
    for (int i = 0; i < sealed.length; i++) {
      byte[] bad = sealed.clone();
      bad[i] ^= 1;
      assertThatThrownBy(() -> vault.openLedgerKey(VaultFixture.TOKEN, safe.key, safe.person, BOUND, bad))
          .isInstanceOf(ForgedRecord.class);
    }
    assertThatThrownBy(() -> vault.sealLedgerKey(safe.key, safe.person, BOUND, new byte[31]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void drawsAnotherLedgerKeyEachTime() {
    byte[] one = vault.openLedgerKey(VaultFixture.TOKEN, safe.key, safe.person, BOUND,
        vault.sealNewLedgerKey(safe.key, safe.person, BOUND));
    byte[] two = vault.openLedgerKey(VaultFixture.TOKEN, safe.key, safe.person, BOUND,
        vault.sealNewLedgerKey(safe.key, safe.person, BOUND));
    assertThat(one).hasSize(32).isNotEqualTo(two);
  }

  @Test
  void aLedgerKeyDoesNotOpenWithWhatTravels() {
    byte[] sealed = vault.sealNewLedgerKey(safe.key, safe.person, BOUND);
    byte[] data = new byte[32];
    KeyEntry.of(safe.person, vault.dataKey(safe.key)).write(ByteBuffer.allocate(66));
    new Derivation().data(safe.key.bytes(), data);
    PersonKey pretended = new PersonKey(safe.key.id(), data);
    assertThatThrownBy(() -> vault.openLedgerKey(VaultFixture.TOKEN, pretended, safe.person, BOUND, sealed))
        .isInstanceOf(ForgedRecord.class);
  }

  @Test
  void theDigestOfARecordIsOfItsIdAndBytes() throws Exception {
    byte[] groups = safe.seal(Suite.AES_256_GCM, "x").toBytes();
    ByteBuffer all = ByteBuffer.allocate(16 + groups.length);
    safe.record.write(all);
    assertThat(vault.digest(safe.record, groups))
        .isEqualTo(java.security.MessageDigest.getInstance("SHA-256").digest(all.put(groups).array()));
  }

  @Test
  void nothingIsSealedBeforeARecordBeginsOrAfterClosing() {
    Sealing sealing = vault.record(safe.key, safe.person, safe.record);
    vault.close();
    assertThatThrownBy(
        () -> sealing.seal(new PreparedGroup(VaultFixture.CONTACT, Suite.AES_256_GCM, 1), new byte[1]))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> vault.record(safe.key, new PersonId(0, 0), safe.record))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aClosedKeySealsAndOpensNothing() {
    SealedGroup sealed = safe.seal(Suite.AES_256_GCM, "x");
    safe.key.close();
    assertThatThrownBy(() -> vault.record(safe.key, safe.person, safe.record))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> safe.open(safe.key, safe.contact, sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void onlyCustodyMakesATokenAndNothingOpensWithout() {
    assertThatThrownBy(() -> new OpeningToken() {
    }).isInstanceOf(IllegalCallerException.class);
    SealedGroup sealed = safe.seal(Suite.AES_256_GCM, "x");
    assertThatThrownBy(() -> vault.open(absent(), safe.key, safe.contact, sealed))
        .isInstanceOf(NullPointerException.class);
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T absent() {
    return null;
  }

  @Test
  void refusalsAndKeysPrintNoContent() {
    SealedGroup sealed = safe.seal(Suite.AES_256_GCM, "planted");
    String printed = safe.key + " " + vault.dataKey(safe.key) + " " + KeyEntry.of(safe.person, safe.key) + " "
        + EpochKey.draw(1, safe.randomness) + " " + new SecretBytes(new byte[32]) + " "
        + new RawKey(new byte[32]);
    assertThat(printed).isEqualTo("••• ••• ••• ••• ••• •••");
    assertThat(sealed.toString()).isEqualTo("sealed contact version 1");
  }

  private void refuses(OpeningKey key, Place place, SealedGroup sealed) {
    assertThat(vault.belongs(key, place, sealed)).isFalse();
    assertThatThrownBy(() -> vault.open(VaultFixture.TOKEN, key, place, sealed))
        .isInstanceOf(ForgedRecord.class);
  }

  /** A sealed group where it belongs. */
  private record Cell(PersonKey key, Place place, SealedGroup sealed) {}

  @Test
  void aSealedGroupIsComparedByContent() {
    SealedGroup one = safe.seal(Suite.AES_256_GCM, "x");
    assertThat(SealedGroup.read(one.toBytes())).isEqualTo(one).hasSameHashCodeAs(one);
    assertThat(one).isNotEqualTo(safe.seal(Suite.AES_256_GCM, "x"));
    assertThat(Arrays.equals(one.toBytes(), one.toBytes())).isTrue();
  }
}
