package io.safehand.stolen;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.server.start.TestCluster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The property of erasure: whoever kept all files of every moment (database, write-ahead log, tree log, ledger, house
 * secrets; all but the root slots), and comes to all secrets of today, opens nobody who was erased, and everybody else.
 *
 * <p>20 of 400 people; with {@code -Dsafehand.faults=all} (profile {@code faults}) 1,000 of 100,000.
 */
class ErasureHoldsTest {
  private static final boolean ALL = "all".equals(System.getProperty("safehand.faults"));
  private static final int CUSTOMERS = ALL ? 100_000 : 400;
  private static final int ERASED = ALL ? 1_000 : 20;
  private static final int KEYS_TRIED = 400;
  private final Path folder = TestCluster.folder("stolen");
  private final House house = new House(folder.resolve("data"));
  private final Loot loot = new Loot();

  @Test
  void noOldCopyGivesAnErasedPersonBack() throws Exception {
    CompanyId company = imported();
    Path before = copied("before");
    Thief inTime = new Thief(new Loot().with(before), Loot.roots(before));
    Map<UUID, Map<String, String>> everybody = inTime.opened();
    withoutRoots(before);

    Set<UUID> erased = erase(company, everybody.size());
    withoutRoots(copied("erased"));
    retag(company);
    Path today = copied("today");

    for (String copy : List.of("before", "erased", "today")) {
      loot.with(folder.resolve(copy));
    }
    Thief thief = new Thief(loot, Loot.roots(today));
    Map<UUID, Map<String, String>> opened = thief.opened();
    assertThat(opened.keySet()).as("of those who were erased").doesNotContainAnyElementsOf(erased);
    assertThat(opened.keySet()).as("of all others").hasSize(everybody.size() - erased.size());
    opened.forEach((person, values) -> assertThat(values.equals(everybody.get(person))).isTrue());
    assertThat(thief.opensWithAnyKey(erased, KEYS_TRIED)).isFalse();
    guesses(inTime, thief, erased, everybody);
    rawBytes(inTime, erased);
  }

  /** The values are known: all that is asked is whether an old tag confirms them. */
  private void guesses(Thief inTime, Thief thief, Set<UUID> erased,
      Map<UUID, Map<String, String>> everybody) {
    Map<UUID, String> mobiles = new HashMap<>();
    everybody.forEach((person, values) -> {
      if (values.containsKey("mobile")) {
        mobiles.put(person, values.get("mobile"));
      }
    });
    assertThat(inTime.confirmed("mobile", mobiles)).as("before").isEqualTo(mobiles.keySet());
    Map<UUID, String> ofErased = new HashMap<>(mobiles);
    ofErased.keySet().retainAll(erased);
    assertThat(ofErased).isNotEmpty();
    assertThat(thief.confirmed("mobile", ofErased)).as("after TAGS DONE").isEmpty();
    mobiles.keySet().removeAll(erased);
    assertThat(thief.confirmed("mobile", mobiles)).as("of all others").isEqualTo(mobiles.keySet());
  }

  /** Neither keys of erased people nor keys of pages lie open in any file; what lies sealed in a page does. */
  private void rawBytes(Thief inTime, Set<UUID> erased) throws IOException {
    List<ByteBuffer> keys = new ArrayList<>(inTime.pageKeys);
    keys.addAll(inTime.epochs);
    inTime.people.stream().filter(key -> erased.contains(key.person())).forEach(key -> keys.add(key.bytes()));
    assertThat(new BytesInFiles(keys).foundBelow(folder)).isEmpty();
    ByteBuffer sealed = loot.pages.iterator().next().sealed().slice(0, 64);
    assertThat(new BytesInFiles(List.of(sealed)).foundBelow(folder)).hasSize(1);
  }

  private CompanyId imported() throws Exception {
    try (ConfigurableApplicationContext server = house.start()) {
      Seller seller = Seller.found(server);
      assertThat(seller.bringIn(Seller.customers(folder, CUSTOMERS))).isPositive();
      return seller.company();
    }
  }

  private Set<UUID> erase(CompanyId company, int everybody) {
    try (ConfigurableApplicationContext server = house.start()) {
      Seller seller = Seller.of(server, company);
      List<PersonId> people = new ArrayList<>(seller.people());
      assertThat(people).as("with the root of that time the thief opened").hasSize(everybody);
      Collections.shuffle(people, new Random(20_261_125));
      List<PersonId> chosen = people.subList(0, ERASED);
      assertThat(seller.erase(chosen)).as("copies without KEYS DONE").isEmpty();
      return chosen.stream().map(person -> new UUID(person.high(), person.low())).collect(Collectors.toSet());
    }
  }

  private void retag(CompanyId company) {
    try (ConfigurableApplicationContext server = house.start()) {
      assertThat(Seller.of(server, company).retag()).as("copies without TAGS DONE").isEmpty();
    }
  }

  private Path copied(String name) throws Exception {
    Path copy = folder.resolve(name);
    House.copy(house.data(), copy);
    return copy;
  }

  /** Root slots are kept out of every backup: what a copy of one gives, {@code inTime} shows. */
  private static void withoutRoots(Path copy) throws IOException {
    try (Stream<Path> files = Files.walk(copy)) {
      for (Path root : files.filter(file -> file.toString().endsWith(".root")).toList()) {
        Files.delete(root);
      }
    }
  }
}
