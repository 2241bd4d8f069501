package io.safehand.core.custody;

import io.safehand.core.custody.stored.SealedRecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.handover.age.ReceivingKey;
import io.safehand.core.inventory.Audience;
import io.safehand.core.person.FieldName;
import io.safehand.core.person.GroupName;
import io.safehand.core.person.PersonId;
import io.safehand.core.person.PersonalText;
import io.safehand.core.rules.Answer;
import io.safehand.core.rules.PersonFacts.TransferAnswer;
import io.safehand.core.rules.StandingAnswer;
import io.safehand.core.vault.KeyId;
import io.safehand.core.vault.tree.Attacker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Acts in any order, stopped anywhere, against a map: whoever is in it opens as themselves and is found by their value,
 * and what is not in it any more is opened by nobody, not even by whoever kept every page and takes the slots.
 */
class CustodyModelTest {
  private static final int STEPS = 300;
  @TempDir
  Path folder;
  private TeaHouse house;
  private Random dice = new Random(0);
  /** Everybody who is held, and which customer they are. */
  private final Map<PersonId, Integer> held = new HashMap<>();
  private final Map<PersonId, KeyId> keys = new HashMap<>();
  private final Set<KeyId> erased = new HashSet<>();
  private int customers;

  @BeforeEach
  void found() {
    house = new TeaHouse(folder);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5})
  void everybodyOpensAsThemselvesOrIsGoneForGood(long seed) throws IOException {
    dice = new Random(seed);
    int stops = 0;
    for (int step = 0; step < STEPS; step++) {
      if (dice.nextInt(4) == 0) {
        house.faults.stopAt(1 + dice.nextInt(80));
      }
      stops += act() ? 0 : 1;
      look();
      if (step % 50 == 49) {
        everybodyOpens();
        nobodyElseDoes();
      }
    }
    assertThat(stops).isGreaterThan(10);
    sell();
  }

  /** One act; false when the process stopped in it and was started again. */
  private boolean act() {
    try {
      switch (dice.nextInt(10)) {
        case 0, 1, 2 -> takeIn(1 + dice.nextInt(15));
        case 3, 4 -> destroy(some(1 + dice.nextInt(8)));
        case 5 -> keepApart(some(1 + dice.nextInt(4)));
        case 6 -> house.retagging().retag(TeaHouse.errand("retention"), people -> {});
        case 7 -> some(3).forEach(person -> house.marketing.put(person, StandingAnswer.of(Answer.WITHDRAWN)));
        default -> some(3).forEach(this::opens);
      }
      house.faults.revive();
      return true;
    } catch (Faults.Stopped stopped) {
      house.faults.revive();
      if (dice.nextBoolean()) {
        house.log.cutPower();
      }
      house.restart();
      return false;
    }
  }

  private void takeIn(int count) {
    List<String> rows = IntStream.range(customers, customers + count)
        .mapToObj(i -> i % 5 == 0 ? TeaHouse.invoiced(i) : TeaHouse.customer(i))
        .toList();
    customers += count;
    house.take(house.csv(rows), 1 + dice.nextInt(64), 1);
  }

  private void destroy(List<PersonId> people) {
    house.shredding().shred(TeaHouse.destroy(people), TeaHouse.errand("retention"));
  }

  private void keepApart(List<PersonId> people) {
    house.shredding()
        .shred(people.stream()
            .map(person -> new Shredding.Order(person, Optional.empty(), Set.of(new GroupName("identity"))))
            .toList(), TeaHouse.errand("retention"));
  }

  private List<PersonId> some(int most) {
    List<PersonId> all = new ArrayList<>(held.keySet());
    all.sort(null);
    return IntStream.range(0, all.isEmpty() ? 0 : most)
        .mapToObj(i -> all.get(dice.nextInt(all.size())))
        .distinct()
        .toList();
  }

  /** What the store says after the act, which may have been undone: nobody comes back, nobody changes. */
  private void look() {
    Map<PersonId, SealedRecord> stored = house.store.stored().records;
    for (PersonId person : Set.copyOf(held.keySet())) {
      SealedRecord record = stored.get(person);
      if (record == null || !record.key().equals(keys.get(person))) {
        erased.add(keys.remove(person));
      }
      if (record == null) {
        held.remove(person);
        assertThatThrownBy(() -> house.read(person, "name")).isInstanceOf(UnknownPerson.class);
      }
    }
    for (SealedRecord record : stored.values()) {
      held.computeIfAbsent(record.person(),
          person -> Integer.parseInt(house.read(person, "member").substring(1)));
      keys.put(record.person(), record.key());
    }
    assertThat(new HashSet<>(held.values())).as("no customer twice").hasSize(held.size());
    assertThat(keys.values()).noneMatch(erased::contains);
  }

  private void everybodyOpens() {
    held.keySet().forEach(this::opens);
    CustodyState stored = house.store.stored();
    assertThat(house.roots.listed()).containsExactly(stored.tree(house.name.tree()).root());
  }

  private void opens(PersonId person) {
    int customer = held.getOrDefault(person, -1);
    opensAt(house, person, customer);
    boolean restricted = house.record(person).facts().restricted();
    assertThat(house.searching()
        .search(new FieldName("member"), PersonalText.of("M%06d".formatted(customer)), 3,
            TeaHouse.asking(Audience.OFFICER, TeaHouse.SERVICE), TeaHouse.errand("service")))
        .isEqualTo(new SearchAnswer.Found(restricted ? List.of() : List.of(person)));
    boolean withdrawn = house.marketing.containsKey(person);
    assertThat(IntakeTest.shown(house.see(person, Audience.STAFF, TeaHouse.MARKETING), "email"))
        .isEqualTo(withdrawn || restricted || customer % 5 != 0 && customer % 2 != 0
            ? ""
            : "tea%06d@example.cn".formatted(customer));
  }

  private static void opensAt(TeaHouse at, PersonId person, int customer) {
    boolean restricted = at.record(person).facts().restricted();
    assertThat(at.read(person, "member")).isEqualTo("M%06d".formatted(customer));
    assertThat(at.read(person, "name")).isEqualTo(TeaHouse.nameOf(customer));
    assertThat(at.read(person, "mobile")).isEqualTo(restricted ? "" : TeaHouse.mobileOf(customer));
  }

  private void nobodyElseDoes() {
    Attacker thief = house.thief();
    assertThat(thief.knows()).noneMatch(erased::contains);
    assertThat(keys.values()).allMatch(thief.knows()::contains);
    assertThat(thief.epochs()).containsAll(house.keys.index().epochs())
        .filteredOn(epoch -> epoch < house.keys.epoch())
        .allMatch(house.keys.index().epochs()::contains);
  }

  /** Everybody who may goes to a buyer; then nothing opens here, and there only who came. */
  private void sell() throws IOException {
    Set<PersonId> objectors = Set.copyOf(some(5));
    objectors.forEach(person -> house.notices.put(person, TransferAnswer.OBJECTED));
    TeaHouse buyer = new TeaHouse(folder);
    TeaPackage package_ = TeaPackage.of(house, Files.createTempDirectory(folder, "sale").resolve("package"),
        ReceivingKey.generate(house.random));
    Takeover takeover = new Takeover(buyer, package_);
    takeover.receive();
    takeover.rekey();
    takeover.destroy();
    Map<PersonId, SealedRecord> there = buyer.store.stored().records;
    assertThat(there.keySet()).isSubsetOf(held.keySet()).noneMatch(objectors::contains);
    there.keySet().forEach(person -> opensAt(buyer, person, held.getOrDefault(person, -1)));
    assertThat(there.values()).noneMatch(record -> keys.containsValue(record.key()));
    house.shredding()
        .shredEverybody(
            page -> page.stream().collect(Collectors.toMap(SealedRecord::person, record -> Set.of())),
            TeaHouse.errand("deal.end"), commitments -> {});
    assertThat(house.store.stored().records()).isEmpty();
    assertThat(house.thief().knows()).isEmpty();
    assertThat(buyer.thief().knows())
        .containsExactlyInAnyOrderElementsOf(there.values().stream().map(SealedRecord::key).toList());
  }
}
