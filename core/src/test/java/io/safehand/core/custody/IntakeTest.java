package io.safehand.core.custody;

import io.safehand.core.custody.intake.Intake;
import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.custody.intake.RecordHash;
import io.safehand.core.custody.stored.Kept;
import io.safehand.core.custody.intake.SealedBatch;
import io.safehand.core.custody.stored.CustomerKind;
import io.safehand.core.custody.stored.IntakeBatch;
import io.safehand.core.custody.stored.RecordFacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.bulk.RowResult;
import io.safehand.core.bulk.Tally;
import io.safehand.core.inventory.Audience;
import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.LedgerLine;
import io.safehand.core.person.FieldName;
import io.safehand.core.person.GroupName;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.Answer;
import io.safehand.core.rules.StandingAnswer;
import io.safehand.core.vault.Suite;
import io.safehand.core.vault.tree.SealedPage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntakeTest {
  @TempDir
  Path folder;
  private TeaHouse house;

  @BeforeEach
  void found() {
    house = new TeaHouse(folder);
  }

  @ParameterizedTest
  @EnumSource(Suite.class)
  void givesBackWhatWasTakenIn(Suite suite) {
    house = new TeaHouse(folder, suite);
    Tally tally = house.take(TeaHouse.customers(200));
    assertThat(tally.done()).isEqualTo(200);
    View view = house.see(house.person(137), Audience.OFFICER, TeaHouse.SERVICE);
    assertThat(shown(view, "member")).isEqualTo("M000137");
    assertThat(shown(view, "name")).isEqualTo(TeaHouse.nameOf(137));
    assertThat(shown(view, "mobile")).isEqualTo(TeaHouse.mobileOf(137));
  }

  @Test
  void rejectsOnlyRowsThatLackWhatIsRequiredAndLeavesDamageOut() {
    List<RowResult> results = new ArrayList<>();
    Tally tally = house.take(house.csv(List.of(TeaHouse.customer(0), ",王亮,13800130001,,,,,,,",
        "M000002,,13800130002,,,,,,,", "M000003,王明,12345,not an address,,,,,,",
        "M000004,王宁,13800130004,,,,31/31/2026,,,", "M000005,王强,13800130005,,,,,,外星人,")), 100, 1, results);
    assertThat(results).containsExactly(new RowResult.Done(2, List.of()),
        new RowResult.Rejected(3, "member:value.missing"), new RowResult.Rejected(4, "name:value.missing"),
        new RowResult.Done(5,
            results.get(3) instanceof RowResult.Done done ? done.fieldsLeftOut() : List.of()),
        new RowResult.Done(6, List.of("invoice_on:date.unreadable")),
        new RowResult.Rejected(7, "row:kind.unknown"));
    assertThat(((RowResult.Done) results.get(3)).fieldsLeftOut()).hasSize(2)
        .anyMatch(code -> code.startsWith("mobile:"))
        .anyMatch(code -> code.startsWith("email:"));
    assertThat(tally.rejected()).isEqualTo(3);
    assertThat(house.store.stored().batches().getFirst().leftOut())
        .containsEntry("invoice_on:date.unreadable", 1L)
        .hasSize(3);
    assertThat(house.store.stored().batches().getFirst().rejected()).hasSize(3);
  }

  @Test
  void namesUndeclaredAndMissingColumns() {
    List<String> header = List.of("member", "Password", "CVV2", "mobile");
    assertThat(Intake.undeclared(TeaHouse.INVENTORY, header)).containsExactly("Password", "CVV2");
    assertThat(Intake.missing(TeaHouse.INVENTORY, header)).containsExactly("name");
  }

  @Test
  void neverLooksAtAnUndeclaredColumn() {
    house.take(house.csv("member,name,password", List.of("M1,王亮,hunter2-canary")), 10, 1);
    assertThat(indexOf(everyByte(house), "hunter2-canary".getBytes(StandardCharsets.UTF_8))).isNegative();
    assertThat(house.store.stored().records()).hasSize(1);
  }

  @Test
  void keepsTheEarlierOfTwoRowsWithOneIdentity() {
    List<RowResult> results = new ArrayList<>();
    house.take(house.csv(List.of("M1,王亮,13800130001,,,,,,,", "M2,王明,,,,,,,,", "M1,王宁,13800130002,,,,,,,")), 2,
        1, results);
    assertThat(results).contains(new RowResult.Rejected(4, "row.duplicate"));
    assertThat(shown(house.see(house.person(0), Audience.OFFICER, TeaHouse.SERVICE), "name")).isEqualTo("王亮");
  }

  @Test
  void keepsTheOneInTheVaultWhenAnotherFileBringsItAgain() {
    house.take(TeaHouse.customers(3));
    List<RowResult> results = new ArrayList<>();
    house.take(house.csv(List.of("m000001,王明,,,,,,,,", "M000009,王荣,,,,,,,,", TeaHouse.customer(1))), 10, 1,
        results);
    assertThat(results).filteredOn(RowResult.Rejected.class::isInstance)
        .containsExactly(new RowResult.Rejected(4, "row.duplicate"));
    assertThat(house.store.stored().records()).hasSize(5);
  }

  @Test
  void keepsTheEarlierRowWhateverOrderTheWorkersComeIn() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      rows.add("M%d,王亮,,,,,,,,".formatted(i % 1000));
    }
    List<RowResult> results = new ArrayList<>();
    Tally tally = house.take(house.csv(rows), 16, 6, results);
    assertThat(tally.done()).isEqualTo(1000);
    assertThat(results).filteredOn(RowResult.Done.class::isInstance).allMatch(result -> result.row() < 1002);
    assertThat(house.store.stored().records()).hasSize(1000);
    assertThat(house.store.stored().records().stream().map(SealedRecord::slot).distinct()).hasSize(1000);
  }

  @Test
  void everybodyOfParallelWorkersOpensAndTheSecondPlaceHasEveryVersionInOrder() {
    house.take(house.csv(TeaHouse.customers(2000)), 50, 4);
    for (int i = 0; i < 2000; i += 37) {
      assertThat(shown(house.see(house.person(i), Audience.OFFICER, TeaHouse.SERVICE), "member"))
          .isEqualTo("M%06d".formatted(i));
    }
    assertThat(house.log.versions()).isSortedAccordingTo(Comparator.naturalOrder())
        .hasSize(41)
        .doesNotHaveDuplicates()
        .last()
        .isEqualTo(house.store.stored().tree(house.name.tree()).version());
  }

  @Test
  void writesNothingWhenTheLedgerCannotBeWritten() {
    house.store.closeLedger(true);
    assertThatThrownBy(() -> house.take(TeaHouse.customers(10))).isInstanceOf(OpenCustody.LedgerClosed.class);
    assertThat(house.store.stored().records()).isEmpty();
    assertThat(house.store.stored().tags(1)).isEmpty();
    house.store.closeLedger(false);
    assertThat(house.take(TeaHouse.customers(10)).done()).isEqualTo(10);
    assertThat(shown(house.see(house.person(9), Audience.OFFICER, TeaHouse.SERVICE), "member"))
        .isEqualTo("M000009");
  }

  @Test
  void writesOneLineABatchThatCommitsToEveryRecord() {
    house.take(house.csv(TeaHouse.customers(250)), 100, 1);
    List<LedgerLine> lines = house.store.stored().lines();
    assertThat(lines).hasSize(3).allMatch(line -> line.act().equals(Act.INTAKE.code()));
    assertThat(lines.getFirst().details().number("records")).isEqualTo(100);
    IntakeBatch first = house.store.stored().batches().getFirst();
    assertThat(lines.getFirst().details().text("root")).isEqualTo(SealedBatch.root(first.leaves()).hex());
    assertThat(first.leaves()).isEqualTo(RecordHash.all(first.entries()));
  }

  @Test
  void notesWhatRulesNeedWithoutOpening() {
    house.take(
        List.of(TeaHouse.invoiced(0), TeaHouse.customer(1), "M3,王亮,,,,INV-1,1990-01-01,2020-02-29,单位,拒绝"));
    RecordFacts invoiced = facts(0);
    assertThat(invoiced.kept()).contains(new Kept("accounting.invoice", LocalDate.of(2056, 5, 1)));
    assertThat(invoiced.activeOn()).isEqualTo(LocalDate.of(2026, 10, 1));
    assertThat(facts(1).kept()).isEmpty();
    assertThat(facts(2)).isEqualTo(new RecordFacts(CustomerKind.ORGANISATION, LocalDate.of(2020, 2, 29),
        false, Optional.empty(), false));
    assertThat(house.store.stored().answers().get(house.person(0)))
        .isEqualTo(Map.of(TeaHouse.MARKETING, StandingAnswer.of(Answer.GIVEN)));
    assertThat(house.store.stored().answers().get(house.person(2)))
        .isEqualTo(Map.of(TeaHouse.MARKETING, StandingAnswer.of(Answer.REFUSED)));
  }

  @Test
  void noPlantedValueIsInAnyStoredByte() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      rows.add(
          "CANARY-MEMBER-%02d,欧阳金丝雀,1390017%04d,canary%02d@example.cn,金丝雀笔记 canary-note-%02d,CANARY-INV-%02d,"
              .formatted(i, i, i, i, i) + "2026-05-01,2026-10-01,个人,同意");
    }
    assertThat(house.take(rows).done()).isEqualTo(40);
    house.shredding()
        .shred(
            List.of(
                new Shredding.Order(house.person(3), Optional.empty(), Set.of(new GroupName("identity")))),
            TeaHouse.errand("retention"));
    house.retagging().retag(TeaHouse.errand("retention"), people -> {});
    byte[] all = everyByte(house);
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE,
        StandardCharsets.UTF_16LE, Charset.forName("GB18030"))) {
      for (String canary : List.of("CANARY", "canary", "欧阳金丝雀", "金丝雀", "139001700", "example.cn")) {
        assertThat(indexOf(all, canary.getBytes(charset))).as("%s in %s", canary, charset).isNegative();
      }
    }
  }

  private RecordFacts facts(int i) {
    return house.record(house.person(i)).facts();
  }

  static String shown(View view, String field) {
    return view.fields()
        .stream()
        .filter(each -> each.name().equals(new FieldName(field)))
        .findFirst()
        .orElseThrow()
        .shown()
        .exposed();
  }

  /** Everything that was ever stored, in the store, the second place and the ledger. */
  static byte[] everyByte(TeaHouse house) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (SealedRecord record : house.store.past().records()) {
      all.writeBytes(record.groups());
      all.writeBytes(record.ledgerKey());
      all.writeBytes(record.toString().getBytes(StandardCharsets.UTF_8));
      all.writeBytes(record.facts().toString().getBytes(StandardCharsets.UTF_8));
    }
    Stream.concat(house.store.past().pages().stream(), house.log.everything().stream())
        .map(SealedPage::sealed)
        .forEach(all::writeBytes);
    house.store.stored().lines().forEach(line -> all.writeBytes(line.bytes()));
    house.store.stored().batches().forEach(batch -> {
      all.writeBytes(batch.rejected().toString().getBytes(StandardCharsets.UTF_8));
      all.writeBytes(batch.leftOut().toString().getBytes(StandardCharsets.UTF_8));
    });
    for (PersonId person : house.store.stored().records.keySet()) {
      all.writeBytes(person.toString().getBytes(StandardCharsets.UTF_8));
    }
    return all.toByteArray();
  }

  private static int indexOf(byte[] in, byte[] wanted) {
    for (int at = 0; at <= in.length - wanted.length; at++) {
      int i = 0;
      while (i < wanted.length && in[at + i] == wanted[i]) {
        i++;
      }
      if (i == wanted.length) {
        return at;
      }
    }
    return -1;
  }
}
