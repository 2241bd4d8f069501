package io.safehand.core.custody;

import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.custody.stored.TreeState;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.inventory.Audience;
import io.safehand.core.person.FieldName;
import io.safehand.core.person.GroupName;
import io.safehand.core.person.PersonId;
import io.safehand.core.person.PersonalText;
import io.safehand.core.vault.KeyId;
import io.safehand.core.vault.tree.Attacker;
import io.safehand.core.vault.tree.SealedPage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The process stops at some calls of an act in turn, with {@code -Dsafehand.faults=all} at every one, half of the times with a power cut, and is started again: one root
 * is left, the second place has exactly the tree, everybody opens as themselves, and who is gone is gone for good.
 */
class StoppedActsTest {
  private static final int PEOPLE = 70;
  private static final int STRIDE = "all".equals(System.getProperty("safehand.faults")) ? 1 : 4;
  @TempDir
  Path folder;

  /** What is interrupted. */
  enum Stopped {
    INTAKE(house -> house.take(house.csv(TeaHouse.customers(130).subList(PEOPLE, 130)), 30, 1)),
    DESTROYING(
        house -> house.shredding().shred(TeaHouse.destroy(first(house, 66)), TeaHouse.errand("retention"))),
    KEEPING_APART(house -> house.shredding()
        .shred(first(house, 5).stream()
            .map(person -> new Shredding.Order(person, Optional.empty(), Set.of(new GroupName("identity"))))
            .toList(), TeaHouse.errand("retention"))),
    DESTROYING_EVERYBODY(house -> house.shredding()
        .shredEverybody(
            page -> page.stream().collect(Collectors.toMap(SealedRecord::person, record -> Set.of())),
            TeaHouse.errand("deal.end"), commitments -> {})),
    RETAGGING(house -> house.retagging().retag(TeaHouse.errand("retention"), people -> {}));

    private final Consumer<TeaHouse> act;

    Stopped(Consumer<TeaHouse> act) {
      this.act = act;
    }

    private static List<PersonId> first(TeaHouse house, int count) {
      return house.store.stored().records().stream().map(SealedRecord::person).limit(count).toList();
    }
  }

  @ParameterizedTest
  @EnumSource(Stopped.class)
  void leavesNothingHalfDoneAndIsDoneOnTheSecondTry(Stopped stopped) {
    int call = 1;
    while (stoppedAt(call, stopped)) {
      call += STRIDE;
    }
    assertThat(call).isGreaterThan(20);
  }

  private boolean stoppedAt(int call, Stopped stopped) {
    TeaHouse house = new TeaHouse(folder);
    house.take(house.csv(TeaHouse.customers(PEOPLE)), 32, 1);
    Map<PersonId, String> before = new HashMap<>();
    Map<PersonId, KeyId> keys = new HashMap<>();
    house.store.stored().records().forEach(record -> {
      before.put(record.person(), house.read(record.person(), "member"));
      keys.put(record.person(), record.key());
    });
    house.faults.stopAt(call);
    boolean wasStopped = false;
    try {
      stopped.act.accept(house);
    } catch (Faults.Stopped stop) {
      wasStopped = true;
    }
    house.faults.revive();
    if (call / STRIDE % 2 == 0) {
      house.log.cutPower();
    }
    house.restart();
    isWhole(house, before, keys);
    stopped.act.accept(house);
    isWhole(house, before, keys);
    return wasStopped;
  }

  private static void isWhole(TeaHouse house, Map<PersonId, String> before, Map<PersonId, KeyId> keys) {
    CustodyState stored = house.store.stored();
    TreeState tree = stored.tree(house.name.tree());
    assertThat(house.roots.listed()).containsExactly(tree.root());
    assertThat(house.log.version()).isEqualTo(tree.version());
    assertThat(logged(house)).containsExactlyInAnyOrderElementsOf(stored.pages());
    Set<KeyId> living = new HashSet<>();
    for (SealedRecord record : stored.records()) {
      living.add(record.key());
      String member = house.read(record.person(), "member");
      assertThat(member).isEqualTo(before.getOrDefault(record.person(), member)).startsWith("M");
      if (!record.facts().restricted()) {
        assertThat(house.searching()
            .search(new FieldName("member"), PersonalText.of(member), 5,
                TeaHouse.asking(Audience.OFFICER, TeaHouse.SERVICE), TeaHouse.errand("service")))
            .isEqualTo(new SearchAnswer.Found(List.of(record.person())));
      }
    }
    Set<KeyId> gone = new HashSet<>(keys.values());
    gone.removeAll(living);
    Attacker thief = house.thief();
    assertThat(thief.knows()).noneMatch(gone::contains);
    assertThat(living).allMatch(thief.knows()::contains);
    assertThat(thief.epochs()).containsAll(house.keys.index().epochs())
        .filteredOn(epoch -> epoch < house.keys.epoch())
        .allMatch(house.keys.index().epochs()::contains);
    before.keySet().retainAll(stored.records.keySet());
  }

  private static List<SealedPage> logged(TeaHouse house) {
    List<SealedPage> pages = new ArrayList<>();
    house.log.newest(pages::add);
    return pages;
  }
}
