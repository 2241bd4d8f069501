package io.safehand.core.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.inventory.Audience;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.LedgerLine;
import io.safehand.core.person.FieldName;
import io.safehand.core.person.GroupName;
import io.safehand.core.person.PersonId;
import io.safehand.core.person.PersonalText;
import io.safehand.core.rules.Answer;
import io.safehand.core.rules.StandingAnswer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchingTest {
  private static final SearchAnswer NOBODY = new SearchAnswer.Found(List.of());
  @TempDir
  Path folder;
  private TeaHouse house;

  @BeforeEach
  void found() {
    house = new TeaHouse(folder);
    house.take(TeaHouse.customers(120));
  }

  @ParameterizedTest
  @ValueSource(strings = {"13800130007", "138-0013 0007", "+86 13800130007", "１３８００１３０００７"})
  void findsOneByAnyWrittenFormOfTheValue(String written) {
    assertThat(search("mobile", written)).isEqualTo(found(house.person(7)));
  }

  @Test
  void findsEverybodyWhoHasTheValueUpToTheLimit() {
    String name = TeaHouse.nameOf(7);
    assertThat(search("name", name, 20))
        .isEqualTo(new SearchAnswer.Found(sorted(house.person(7), house.person(107))));
    assertThat(((SearchAnswer.Found) search("name", name, 1)).people()).hasSize(1)
        .isSubsetOf(house.person(7), house.person(107));
  }

  @ParameterizedTest
  @ValueSource(strings = {"13800139999", "12345", "", "138001300", "\u0000", "1380013000７x"})
  void answersAliveUnknownOrDamagedValueAlike(String value) {
    assertThat(search("mobile", value)).isEqualTo(NOBODY);
    assertThat(lastLine().details().has("refused")).isFalse();
  }

  @Test
  void aHitCountsOnlyAfterTheOpenedValueEquals() {
    house.store.tamper(state -> {
      Map<PersonId, long[]> tags = state.tags.computeIfAbsent(1L, epoch -> new HashMap<>());
      long[] wanted = tags.getOrDefault(house.person(7), new long[0]);
      house.people(0, 20).forEach(person -> tags.put(person, wanted.clone()));
    });
    assertThat(search("mobile", TeaHouse.mobileOf(7))).isEqualTo(found(house.person(7)));
    assertThat(search("mobile", TeaHouse.mobileOf(8))).isEqualTo(NOBODY);
  }

  @Test
  void refusesAPurposeThatNobodyDeclaredAndOneThatDoesNotReachTheField() {
    assertThat(search("mobile", TeaHouse.mobileOf(7), 5, Audience.OFFICER, new Purpose("curiosity")))
        .isEqualTo(new SearchAnswer.Refused("purpose.unknown"));
    assertThat(lastLine().details().text("refused")).isEqualTo("purpose.unknown");
    assertThat(search("mobile", TeaHouse.mobileOf(7), 5, Audience.OFFICER, TeaHouse.AUDIT))
        .isEqualTo(new SearchAnswer.Refused("purpose.field"));
  }

  @Test
  void refusesFieldsThatAreNotSearchableOrNotThereAlike() {
    SearchAnswer refused = new SearchAnswer.Refused("search.field");
    assertThat(search("note", "note 000007", 5, Audience.OFFICER, TeaHouse.AUDIT)).isEqualTo(refused);
    assertThat(search("shoe_size", "42", 5, Audience.OFFICER, TeaHouse.SERVICE)).isEqualTo(refused);
  }

  @Test
  void refusesWhoMaySeeNobodysRow() {
    for (Audience audience : List.of(Audience.BIDDER, Audience.BUYER, Audience.PLATFORM)) {
      assertThat(search("mobile", TeaHouse.mobileOf(7), 5, audience, TeaHouse.SERVICE))
          .isInstanceOf(SearchAnswer.Refused.class);
    }
  }

  @Test
  void gives1To20People() {
    for (int most : new int[]{0, -1, 21}) {
      assertThatThrownBy(() -> search("mobile", TeaHouse.mobileOf(7), most))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void doesNotGivePeopleOfWhomTheAskerMayNotSeeTheField() {
    assertThat(search("email", "tea000004@example.cn", 5, Audience.STAFF, TeaHouse.MARKETING))
        .isEqualTo(found(house.person(4)));
    house.marketing.put(house.person(4), StandingAnswer.of(Answer.WITHDRAWN));
    assertThat(search("email", "tea000004@example.cn", 5, Audience.STAFF, TeaHouse.MARKETING))
        .isEqualTo(NOBODY);
    house.holds.add(house.person(7));
    assertThat(search("mobile", TeaHouse.mobileOf(7))).isEqualTo(NOBODY);
  }

  @Test
  void writesTheTagAndNeverTheValue() {
    search("mobile", TeaHouse.mobileOf(7));
    LedgerLine line = lastLine();
    assertThat(line.act()).isEqualTo(Act.SEARCH.code());
    assertThat(line.purpose()).isEqualTo("service");
    assertThat(line.details().text("field")).isEqualTo("mobile");
    assertThat(new String(line.bytes(), StandardCharsets.UTF_8)).contains("\"tags\":[\"1:")
        .doesNotContain(TeaHouse.mobileOf(7));
  }

  @Test
  void opensNobodyWhenTheLineCannotBeWritten() {
    house.store.closeLedger(true);
    assertThatThrownBy(() -> search("mobile", TeaHouse.mobileOf(7)))
        .isInstanceOf(OpenCustody.LedgerClosed.class);
  }

  @Test
  void findsPeopleUnderEitherKeyWhileTheyAreTaggedAnewAndAllUnderTheNewOneAfter() {
    house.keys.openEpoch(custody -> {});
    house.take(house.csv(TeaHouse.customers(130).subList(120, 130)), 10, 1);
    assertThat(search("mobile", TeaHouse.mobileOf(100))).isInstanceOfSatisfying(SearchAnswer.Found.class,
        found -> assertThat(found.people()).hasSize(1));
    assertThat(search("mobile", TeaHouse.mobileOf(125))).isInstanceOfSatisfying(SearchAnswer.Found.class,
        found -> assertThat(found.people()).hasSize(1));
    house.retagging().retag(TeaHouse.errand("retention"), people -> {});
    assertThat(house.store.stored().tags(1)).isEmpty();
    for (int i : new int[]{0, 64, 100, 119, 125}) {
      assertThat(search("mobile", TeaHouse.mobileOf(i))).isInstanceOfSatisfying(SearchAnswer.Found.class,
          found -> assertThat(found.people()).hasSize(1));
    }
  }

  @Test
  void doesNotFindWhoIsDestroyedOrKeptApart() {
    house.shredding()
        .shred(
            List.of(Shredding.Order.destroy(house.person(7)),
                new Shredding.Order(house.person(8), Optional.empty(), Set.of(new GroupName("identity")))),
            TeaHouse.errand("retention"));
    assertThat(search("mobile", TeaHouse.mobileOf(7))).isEqualTo(NOBODY);
    assertThat(search("member", "M000008")).isEqualTo(NOBODY);
    assertThat(search("member", "M000009")).isEqualTo(found(house.person(9)));
  }

  private SearchAnswer search(String field, String value) {
    return search(field, value, 5);
  }

  private SearchAnswer search(String field, String value, int most) {
    return search(field, value, most, Audience.OFFICER, TeaHouse.SERVICE);
  }

  private SearchAnswer search(String field, String value, int most, Audience audience, Purpose purpose) {
    return house.searching()
        .search(new FieldName(field), PersonalText.of(value), most, TeaHouse.asking(audience, purpose),
            TeaHouse.errand(purpose.code()));
  }

  private static SearchAnswer found(PersonId person) {
    return new SearchAnswer.Found(List.of(person));
  }

  private static List<PersonId> sorted(PersonId... people) {
    return Stream.of(people).sorted().toList();
  }

  private LedgerLine lastLine() {
    return house.store.stored().lines().getLast();
  }
}
