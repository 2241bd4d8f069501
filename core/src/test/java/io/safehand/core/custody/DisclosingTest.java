package io.safehand.core.custody;

import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.custody.keys.KeyMissing;
import io.safehand.core.custody.stored.Errand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.safehand.core.inventory.Audience;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.LedgerKey;
import io.safehand.core.ledger.LedgerLine;
import io.safehand.core.person.FieldName;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.Answer;
import io.safehand.core.rules.StandingAnswer;
import io.safehand.core.rules.Asking;
import io.safehand.core.rules.Disclosure;
import io.safehand.core.rules.Reason;
import io.safehand.core.rules.Stage;
import io.safehand.core.vault.ForgedRecord;
import io.safehand.core.vault.PersonKey;
import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisclosingTest {
  @TempDir
  Path folder;
  private TeaHouse house;

  @BeforeEach
  void found() {
    house = new TeaHouse(folder);
    house.take(TeaHouse.customers(10));
  }

  @Test
  void showsStaffAMaskAndTheOfficerEverything() {
    View staff = house.see(house.person(4), Audience.STAFF, TeaHouse.SERVICE);
    assertThat(shown(staff, "mobile")).isNotEqualTo(TeaHouse.mobileOf(4)).contains("*").startsWith("138");
    assertThat(decision(staff, "mobile")).isInstanceOf(Disclosure.Masked.class);
    View officer = house.see(house.person(4), Audience.OFFICER, TeaHouse.SERVICE);
    assertThat(shown(officer, "mobile")).isEqualTo(TeaHouse.mobileOf(4));
    assertThat(decision(officer, "note")).isEqualTo(new Disclosure.Withheld(Reason.PURPOSE));
    assertThat(shown(officer, "note")).isEmpty();
  }

  @Test
  void showsNobodyAnythingForAPurposeThatNobodyDeclared() {
    View view = house.see(house.person(4), Audience.OFFICER, new Purpose("curiosity"));
    assertThat(view.fields()).allMatch(field -> field.shown().isEmpty() && !field.decision().opens());
    assertThat(lastLine().act()).isEqualTo(Act.DISCLOSE_REFUSED.code());
  }

  @Test
  void showsBiddersAndTheBuyerNobodysRow() {
    for (Audience audience : List.of(Audience.BIDDER, Audience.BUYER, Audience.PLATFORM)) {
      View view = house.see(house.person(4), audience, TeaHouse.SERVICE);
      assertThat(view.fields()).allMatch(field -> field.shown().isEmpty());
    }
  }

  @Test
  void pseudonymsStandForOnePersonInOneDealOnly() {
    PersonId person = house.person(4);
    String one = adviserSees(person, "deal-1");
    assertThat(one).matches("[0-9a-f]{16}").isEqualTo(adviserSees(person, "deal-1"));
    assertThat(one).isNotEqualTo(adviserSees(person, "deal-2"))
        .isNotEqualTo(adviserSees(house.person(5), "deal-1"));
  }

  private String adviserSees(PersonId person, String deal) {
    Asking asking = new Asking(Audience.ADVISER, TeaHouse.SERVICE, Stage.DUE_DILIGENCE_2, false);
    return shown(house.disclosing().disclose(person, asking, new Errand("acc-2", "service", "case-1", deal)),
        "mobile");
  }

  @Test
  void withdrawalClosesTheNextRead() {
    PersonId person = house.person(4);
    assertThat(shown(house.see(person, Audience.STAFF, TeaHouse.MARKETING), "email"))
        .isEqualTo("tea000004@example.cn");
    house.marketing.put(person, StandingAnswer.of(Answer.WITHDRAWN));
    View after = house.see(person, Audience.STAFF, TeaHouse.MARKETING);
    assertThat(shown(after, "email")).isEmpty();
    assertThat(decision(after, "email")).isEqualTo(new Disclosure.Withheld(Reason.CONSENT_WITHDRAWN));
  }

  @Test
  void refusalIsShownToWhoeverSaidNoAtIntake() {
    assertThat(decision(house.see(house.person(5), Audience.STAFF, TeaHouse.MARKETING), "email"))
        .isEqualTo(new Disclosure.Withheld(Reason.CONSENT_REFUSED));
  }

  @Test
  void aHoldClosesEverything() {
    house.holds.add(house.person(4));
    assertThat(house.see(house.person(4), Audience.OFFICER, TeaHouse.SERVICE).fields())
        .allMatch(field -> field.decision().equals(new Disclosure.Withheld(Reason.STANDING)));
  }

  @Test
  void saysWhereNothingIsHeld() {
    assertThat(decision(house.see(house.person(4), Audience.OFFICER, TeaHouse.AUDIT), "invoice_no"))
        .isEqualTo(new Disclosure.Withheld(Reason.NOT_HELD));
  }

  @Test
  void writesWhoSawWhichFieldsWhyAndOfWhomWithoutAnyValue() {
    PersonId person = house.person(4);
    house.see(person, Audience.STAFF, TeaHouse.SERVICE);
    LedgerLine line = lastLine();
    assertThat(line.act()).isEqualTo(Act.DISCLOSE.code());
    assertThat(line.who()).isEqualTo("acc-1");
    assertThat(line.purpose()).isEqualTo("service");
    assertThat(line.details().object("shown").text("mobile")).isEqualTo("masked");
    assertThat(line.details().object("withheld").text("note")).isEqualTo("purpose.field");
    assertThat(new String(line.bytes(), StandardCharsets.UTF_8)).doesNotContain(TeaHouse.mobileOf(4),
        TeaHouse.nameOf(4), "M000004", person.toString());
    assertThat(line.about()).contains(ledgerKey(person).about(line.nonce()));
    assertThat(line.about()).isNotEqualTo(Optional.of(ledgerKey(house.person(5)).about(line.nonce())));
  }

  private LedgerKey ledgerKey(PersonId person) {
    SealedRecord record = house.record(person);
    return house.store.together(custody -> {
      try (PersonKey key = house.keys.find(custody, record)) {
        return LedgerKey.of(RecordOpening.ledgerKey(new Vault(new Randomness(house.random)), key, record));
      }
    });
  }

  @Test
  void opensNothingWhenTheLineCannotBeWritten() {
    damageGroups(house.person(4));
    house.store.closeLedger(true);
    assertThatThrownBy(() -> house.see(house.person(4), Audience.OFFICER, TeaHouse.SERVICE))
        .as("opening would have found the damage")
        .isInstanceOf(OpenCustody.LedgerClosed.class);
  }

  @Test
  void theLineIsDurableBeforeAnythingIsOpened() {
    int before = house.store.stored().lines().size();
    damageGroups(house.person(4));
    assertThatThrownBy(() -> house.see(house.person(4), Audience.OFFICER, TeaHouse.SERVICE))
        .isInstanceOf(ForgedRecord.class);
    assertThat(house.store.stored().lines()).hasSize(before + 1);
  }

  @Test
  void opensNothingWhenTheProcessStopsAtAnyCallOfIt() {
    damageGroups(house.person(4));
    int call = 1;
    for (boolean stopped = true; stopped; call++) {
      house.faults.stopAt(call);
      Throwable thrown = catchThrowable(() -> house.see(house.person(4), Audience.OFFICER, TeaHouse.SERVICE));
      stopped = thrown instanceof Faults.Stopped;
      assertThat(thrown).isInstanceOfAny(Faults.Stopped.class, ForgedRecord.class);
    }
    assertThat(call).isGreaterThan(5);
    house.faults.revive();
  }

  @Test
  void opensOnlyTheGroupsThatHoldAPermittedField() {
    PersonId person = house.person(4);
    SealedRecord record = house.record(person);
    byte[] damaged = record.groups().clone();
    damaged[damaged.length - 40] ^= 1;
    replaceGroups(record, damaged);
    assertThat(shown(house.see(person, Audience.OFFICER, TeaHouse.SERVICE), "mobile"))
        .isEqualTo(TeaHouse.mobileOf(4));
    assertThatThrownBy(() -> house.see(person, Audience.OFFICER, TeaHouse.AUDIT))
        .isInstanceOf(ForgedRecord.class);
  }

  @Test
  void refusesGroupsOfAnotherPersonAndARecordThatNamesAnothersKey() {
    SealedRecord four = house.record(house.person(4));
    SealedRecord five = house.record(house.person(5));
    replaceGroups(four, five.groups());
    assertThatThrownBy(() -> house.see(four.person(), Audience.OFFICER, TeaHouse.SERVICE))
        .isInstanceOf(ForgedRecord.class);
    house.store.tamper(state -> state.put(new SealedRecord(four.person(), five.record(), five.key(),
        five.slot(), five.ledgerKey(), five.groups(), five.facts())));
    assertThatThrownBy(() -> house.see(four.person(), Audience.OFFICER, TeaHouse.SERVICE))
        .isInstanceOf(KeyMissing.class);
  }

  @Test
  void aWrongSlotIsAnAlarmAndNeverAnotherPerson() {
    house.take(TeaHouse.customers(300).subList(100, 300));
    SealedRecord near = house.record(house.person(4));
    SealedRecord far = house.store.stored()
        .records()
        .stream()
        .filter(record -> record.slot() > 200)
        .findFirst()
        .orElseThrow();
    move(near, far.slot());
    assertThatThrownBy(() -> house.see(near.person(), Audience.OFFICER, TeaHouse.SERVICE))
        .isInstanceOf(KeyMissing.class);
    move(near, near.slot() + 1);
    assertThat(shown(house.see(near.person(), Audience.OFFICER, TeaHouse.SERVICE), "member"))
        .startsWith("M0");
  }

  private void move(SealedRecord record, int slot) {
    house.store.tamper(state -> state.put(new SealedRecord(record.person(), record.record(), record.key(),
        slot, record.ledgerKey(), record.groups(), record.facts())));
  }

  @Test
  void tellsNothingAboutSomebodyWhoIsNotThere() {
    assertThatThrownBy(() -> house.see(new PersonId(1, 2), Audience.OFFICER, TeaHouse.SERVICE))
        .isInstanceOf(UnknownPerson.class);
    PersonId gone = house.person(4);
    house.shredding().shred(TeaHouse.destroy(List.of(gone)), TeaHouse.errand("retention"));
    assertThatThrownBy(() -> house.see(gone, Audience.OFFICER, TeaHouse.SERVICE))
        .isInstanceOf(UnknownPerson.class)
        .hasMessage(new UnknownPerson().getMessage());
  }

  @Test
  void viewsAndDecisionsPrintNoValue() {
    View view = house.see(house.person(4), Audience.OFFICER, TeaHouse.SERVICE);
    assertThat(view.toString()).doesNotContain(TeaHouse.mobileOf(4), TeaHouse.nameOf(4), "M000004")
        .contains("•••");
  }

  private void damageGroups(PersonId person) {
    SealedRecord record = house.record(person);
    byte[] first = record.groups().clone();
    first[90] ^= 1;
    replaceGroups(record, first);
  }

  private void replaceGroups(SealedRecord record, byte[] groups) {
    house.store.tamper(state -> state.put(new SealedRecord(record.person(), record.record(), record.key(),
        record.slot(), record.ledgerKey(), groups, record.facts())));
  }

  private LedgerLine lastLine() {
    return house.store.stored().lines().getLast();
  }

  private static String shown(View view, String field) {
    return IntakeTest.shown(view, field);
  }

  private static Disclosure decision(View view, String field) {
    return view.fields()
        .stream()
        .filter(each -> each.name().equals(new FieldName(field)))
        .findFirst()
        .orElseThrow()
        .decision();
  }
}
