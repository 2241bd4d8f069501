package io.safehand.core.custody;

import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.custody.keys.KeyMissing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.safehand.core.person.GroupName;
import io.safehand.core.person.PersonId;
import io.safehand.core.inventory.Audience;
import io.safehand.core.vault.ForgedRecord;
import io.safehand.core.vault.SealedGroup;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody edited the database: no erasure destroys a key whose record it did not find to be that person's. */
class SwappedRowsTest {
  private static final int NEAR = 3;
  private static final int FAR = 150;
  @TempDir
  Path folder;
  private TeaHouse house;

  @BeforeEach
  void found() {
    house = new TeaHouse(folder);
    house.take(TeaHouse.customers(200));
  }

  /** What whoever edits the database swaps between two people's rows. */
  enum Swap {
    RECORD_ID, KEY_ID, SLOT, KEY_ID_AND_SLOT, LEDGER_KEY, ALL_GROUPS, LAST_GROUP, ALL_BUT_PERSON;

    SealedRecord of(SealedRecord one, SealedRecord other) {
      boolean all = this == ALL_BUT_PERSON;
      boolean slot = all || this == SLOT || this == KEY_ID_AND_SLOT;
      return new SealedRecord(one.person(), all || this == RECORD_ID ? other.record() : one.record(),
          all || this == KEY_ID || this == KEY_ID_AND_SLOT ? other.key() : one.key(),
          slot ? other.slot() : one.slot(), all || this == LEDGER_KEY ? other.ledgerKey() : one.ledgerKey(),
          groups(one, other), one.facts());
    }

    private byte[] groups(SealedRecord one, SealedRecord other) {
      if (this == ALL_GROUPS || this == ALL_BUT_PERSON) {
        return other.groups();
      }
      ByteArrayOutputStream groups = new ByteArrayOutputStream();
      List<SealedGroup> own = RecordOpening.groups(one);
      own.subList(0, own.size() - 1).forEach(group -> groups.writeBytes(group.toBytes()));
      SealedRecord last = this == LAST_GROUP ? other : one;
      groups.writeBytes(RecordOpening.groups(last).getLast().toBytes());
      return groups.toByteArray();
    }
  }

  @ParameterizedTest
  @EnumSource(Swap.class)
  void nobodyIsDestroyed(Swap swap) {
    refuses(swap, () -> house.shredding()
        .shred(TeaHouse.destroy(List.of(house.person(9), house.person(NEAR))), TeaHouse.errand("retention")));
  }

  @ParameterizedTest
  @EnumSource(Swap.class)
  void nobodyIsKeptApart(Swap swap) {
    refuses(swap,
        () -> house.shredding()
            .shred(List.of(
                new Shredding.Order(house.person(FAR), Optional.empty(), Set.of(new GroupName("identity")))),
                TeaHouse.errand("retention")));
  }

  @ParameterizedTest
  @EnumSource(Swap.class)
  void nobodyIsDestroyedWithEverybody(Swap swap) {
    refuses(swap, this::destroyEverybody);
  }

  @Test
  void nobodyIsDestroyedWithEverybodyWhileARowPointsBehindTheTree() {
    SealedRecord one = house.record(house.person(NEAR));
    house.store.tamper(state -> state.put(new SealedRecord(one.person(), one.record(), one.key(), 1_000_000,
        one.ledgerKey(), one.groups(), one.facts())));
    assertThatThrownBy(this::destroyEverybody).isInstanceOf(KeyMissing.class);
    house.store.tamper(state -> state.put(one));
    house.people(0, 200).forEach(this::assertOpens);
  }

  @Test
  void whoeverTakesARowAwayAndPutsItBackOpensNothing() {
    SealedRecord one = house.record(house.person(NEAR));
    house.store.tamper(state -> state.records.remove(one.person()));
    Shredding.Shredded shredded = destroyEverybody();
    assertThat(shredded.destroyed()).isEqualTo(200);
    assertThat(shredded.commitments().count()).isEqualTo(200);
    house.store.tamper(state -> state.put(one));
    assertThatThrownBy(() -> house.see(one.person(), Audience.OFFICER, TeaHouse.SERVICE))
        .isInstanceOf(KeyMissing.class);
  }

  @Test
  void aGroupThatWasTakenAwayHidesNobodyElsesRecord() {
    SealedRecord one = house.record(house.person(NEAR));
    house.store.tamper(state -> state.put(new SealedRecord(one.person(), one.record(), one.key(), one.slot(),
        one.ledgerKey(), new byte[0], one.facts())));
    house.shredding().shred(TeaHouse.destroy(List.of(one.person())), TeaHouse.errand("retention"));
    assertThat(house.store.stored().records()).hasSize(199);
    for (int i : new int[]{0, FAR, 199}) {
      assertOpens(i);
    }
  }

  private Shredding.Shredded destroyEverybody() {
    return house.shredding()
        .shredEverybody(
            page -> page.stream().collect(Collectors.toMap(SealedRecord::person, record -> Set.of())),
            TeaHouse.errand("deal.end"), commitments -> {});
  }

  /** Swaps, sees the erasure refused with nothing changed, puts back what was there, and sees everybody open. */
  private void refuses(Swap swap, Runnable erasure) {
    CustodyState before = house.store.stored().copy();
    SealedRecord near = house.record(house.person(NEAR));
    SealedRecord far = house.record(house.person(FAR));
    house.store.tamper(state -> {
      state.put(swap.of(near, far));
      state.put(swap.of(far, near));
    });
    CustodyState edited = house.store.stored();
    assertThat(catchThrowable(erasure::run)).isInstanceOfAny(ForgedRecord.class, KeyMissing.class);
    assertThat(house.store.stored().trees).isEqualTo(edited.trees);
    assertThat(Map.copyOf(house.store.stored().pages)).isEqualTo(edited.pages);
    assertThat(house.store.stored().records()).containsExactlyElementsOf(edited.records());
    assertThat(house.store.stored().lines()).hasSameSizeAs(edited.lines());
    assertThat(house.roots.listed()).containsExactly(edited.tree(house.name.tree()).root());
    house.store.become(before);
    house.people(0, 200).forEach(this::assertOpens);
  }

  private void assertOpens(int i) {
    assertThat(IntakeTest.shown(house.see(house.person(i), Audience.OFFICER, TeaHouse.SERVICE), "member"))
        .isEqualTo("M%06d".formatted(i));
  }

  private void assertOpens(PersonId person) {
    assertThat(IntakeTest.shown(house.see(person, Audience.OFFICER, TeaHouse.SERVICE), "member"))
        .startsWith("M0");
  }
}
