package io.safehand.core.custody;

import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.custody.stored.Kept;
import io.safehand.core.custody.stored.CustomerKind;
import io.safehand.core.custody.stored.RecordFacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.handover.age.ReceivingKey;
import io.safehand.core.inventory.Audience;
import io.safehand.core.person.FieldName;
import io.safehand.core.person.GroupName;
import io.safehand.core.person.PersonId;
import io.safehand.core.person.PersonalText;
import io.safehand.core.vault.ForgedRecord;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody edited in the database what the rules go by: nothing is shown, packed, tagged or destroyed on it. */
class ChangedFactsTest {
  private static final GroupName INVOICE = new GroupName("invoice");
  @TempDir
  Path folder;
  private TeaHouse house;
  private PersonId person;

  @BeforeEach
  void found() {
    house = new TeaHouse(folder);
    house.take(List.of(TeaHouse.invoiced(0), TeaHouse.customer(1)));
    person = house.person(0);
  }

  /** What whoever edits the database changes. */
  enum Edit {
    KIND, ACTIVE_ON, MINOR, RULE_GONE, OTHER_RULE, LATER, RESTRICTED;

    RecordFacts of(RecordFacts facts) {
      Kept kept = facts.kept().orElseThrow();
      return switch (this) {
        case KIND -> new RecordFacts(CustomerKind.ORGANISATION, facts.activeOn(), facts.minor(), facts.kept(),
            facts.restricted());
        case ACTIVE_ON -> new RecordFacts(facts.kind(), LocalDate.of(2200, 1, 1), facts.minor(), facts.kept(),
            facts.restricted());
        case MINOR ->
          new RecordFacts(facts.kind(), facts.activeOn(), !facts.minor(), facts.kept(), facts.restricted());
        case RULE_GONE -> kept(facts, Optional.empty());
        case OTHER_RULE -> kept(facts, Optional.of(new Kept("accounting.contract", kept.until())));
        case LATER -> kept(facts, Optional.of(new Kept(kept.rule(), kept.until().plusDays(1))));
        case RESTRICTED ->
          new RecordFacts(facts.kind(), facts.activeOn(), facts.minor(), facts.kept(), !facts.restricted());
      };
    }

    private static RecordFacts kept(RecordFacts facts, Optional<Kept> kept) {
      return new RecordFacts(facts.kind(), facts.activeOn(), facts.minor(), kept, facts.restricted());
    }
  }

  @ParameterizedTest
  @EnumSource(Edit.class)
  void everyActRefuses(Edit edit) {
    SealedRecord record = house.record(person);
    tamper(edit.of(record.facts()));
    refuses(() -> house.see(person, Audience.OFFICER, TeaHouse.SERVICE));
    refuses(() -> TeaPackage.of(house, folder.resolve("package"), ReceivingKey.generate(house.random)));
    refuses(() -> house.shredding().shred(TeaHouse.destroy(List.of(person)), TeaHouse.errand("retention")));
    refuses(() -> house.shredding()
        .shredEverybody(
            page -> page.stream().collect(Collectors.toMap(SealedRecord::person, each -> Set.of())),
            TeaHouse.errand("deal.end"), commitments -> {}));
    refuses(() -> house.retagging().retag(TeaHouse.errand("retagging"), people -> {}));
    tamper(record.facts());
    assertThat(house.see(person, Audience.OFFICER, TeaHouse.SERVICE).fields()).isNotEmpty();
  }

  @Test
  void aSearchDoesNotFindWhoseFactsWereChanged() {
    tamper(Edit.ACTIVE_ON.of(house.record(person).facts()));
    refuses(() -> house.searching()
        .search(new FieldName("member"), PersonalText.of("M000000"), 1,
            TeaHouse.asking(Audience.OFFICER, TeaHouse.SERVICE), TeaHouse.errand("service")));
  }

  @Test
  void whoIsKeptApartIsNotSetFree() {
    house.shredding()
        .shred(List.of(new Shredding.Order(person, Optional.empty(), Set.of(INVOICE))),
            TeaHouse.errand("retention"));
    RecordFacts apart = house.record(person).facts();
    assertThat(apart.restricted()).isTrue();
    tamper(Edit.RESTRICTED.of(apart));
    refuses(() -> house.see(person, Audience.OFFICER, TeaHouse.AUDIT));
    refuses(() -> house.retagging().retag(TeaHouse.errand("retagging"), people -> {}));
  }

  @Test
  void aKindKeepsTheNumberItIsStoredUnder() {
    assertThat(CustomerKind.PERSON.number()).isZero();
    assertThat(CustomerKind.SOLE_TRADER.number()).isEqualTo(1);
    assertThat(CustomerKind.ORGANISATION.number()).isEqualTo(2);
    for (CustomerKind kind : CustomerKind.values()) {
      assertThat(CustomerKind.ofNumber(kind.number())).isEqualTo(kind);
    }
  }

  private void tamper(RecordFacts facts) {
    SealedRecord one = house.record(person);
    house.store.tamper(state -> state.put(new SealedRecord(one.person(), one.record(), one.key(), one.slot(),
        one.ledgerKey(), one.groups(), facts)));
  }

  private void refuses(ThrowingCallable act) {
    int people = house.store.stored().records().size();
    assertThatThrownBy(act).isInstanceOf(ForgedRecord.class);
    assertThat(house.store.stored().records()).hasSize(people);
  }
}
