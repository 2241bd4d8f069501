package io.safehand.server.custody.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.custody.inventory.AdoptedInventory;
import io.safehand.core.bulk.Tally;
import io.safehand.core.detect.csv.CsvSource;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.core.person.CompanyId;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.site.demo.SampleCustomers;
import io.safehand.server.start.OnDisk;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Imports that are stopped, gone on with, corrected, and sent twice. */
@SafehandTest
class ImportsTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int ROWS = 25_000;

  @TempDir
  Path folder;
  @Autowired
  Imports imports;
  @Autowired
  Vaults vaults;
  @Autowired
  Inventories inventories;
  @Autowired
  Decisions decisions;
  @Autowired
  Access access;
  @Autowired
  Ledger ledger;
  private Account officer;

  @BeforeEach
  void people() throws IOException {
    officer = company();
  }

  @Test
  void goesOnWhereAFailureStoppedIt() throws Exception {
    Path file = customers(ROWS);
    assertThatThrownBy(
        () -> run(file, tally -> { throw new IllegalStateException("the second place is gone"); }))
        .isInstanceOf(IllegalStateException.class);
    long before = live();
    assertThat(before).isPositive().isLessThan(ROWS - 4_096);

    Imports.Report report = run(file, tally -> {});

    assertThat(live()).isEqualTo(report.imported());
    assertSameAsUndisturbed(file, report);
  }

  @Test
  void goesOnWhereAnInterruptStoppedIt() throws Exception {
    Path file = customers(ROWS);
    Thread caller = Thread.currentThread();
    assertThatThrownBy(() -> run(file, tally -> caller.interrupt())).isInstanceOf(InterruptedException.class);
    Thread.interrupted();
    assertThat(live()).isPositive().isLessThan(ROWS - 4_096);

    assertSameAsUndisturbed(file, run(file, tally -> {}));
  }

  @Test
  void correctedRowsAreSentAgainAloneAndThoseInAlreadyAreRefused() throws Exception {
    List<String> lines = Files.readAllLines(customers(30));
    List<String> damaged = new ArrayList<>(lines);
    damaged.set(3, withoutNumber(lines.get(3)));
    damaged.set(7, lines.get(6));
    Imports.Report first = run(file("damaged.csv", damaged), tally -> {});
    assertThat(first.rejected()).isEqualTo(Map.of(4L, "customer_no:value.missing", 8L, "row.duplicate"));
    assertThat(first.imported()).isEqualTo(28);

    Imports.Report second = run(
        file("corrected.csv", List.of(lines.getFirst(), lines.get(3), lines.get(7), lines.get(9))),
        tally -> {});

    assertThat(second.imported()).isEqualTo(2);
    assertThat(second.rejected()).isEqualTo(Map.of(4L, "row.duplicate"));
    assertThat(live()).isEqualTo(30);
  }

  @Test
  void theSameFileGivenTwiceBringsNobodyTwice() throws Exception {
    Path file = customers(20);
    run(file, tally -> {});
    Imports.Report again = run(file, tally -> {});
    assertThat(again.imported()).isZero();
    assertThat(again.rejected()).hasSize(20)
        .allSatisfy((row, reason) -> assertThat(reason).isEqualTo("row.duplicate"));
    assertThat(live()).isEqualTo(20);
  }

  @Test
  void undeclaredColumnsStopTheFileByName() throws Exception {
    Path file = withColumn("pass_phrase", "anything");
    assertThatThrownBy(() -> run(file, tally -> {})).isInstanceOfSatisfying(UndeclaredColumns.class,
        columns -> assertThat(columns.undeclared()).containsExactly("pass_phrase"));
    assertThat(live()).isZero();
  }

  @Test
  void droppedColumnsNeverReachTheDisk() throws Exception {
    Path file = withColumn("pass_phrase", "kettle-canary-5521");
    Imports.Report report = imports.run(officer.company(), file, true, officer, ZONE, tally -> {});
    assertThat(report.imported()).isEqualTo(20);
    assertThat(OnDisk.holding(SourceHash.of(file))).as("what is written can be found").isNotEmpty();
    assertThat(OnDisk.holding("kettle-canary-5521")).isEmpty();
  }

  @Test
  void aRehearsalSaysWhatAnImportWouldAndTakesNobodyIn() throws Exception {
    List<String> lines = new ArrayList<>(Files.readAllLines(customers(30)));
    lines.set(3, withoutNumber(lines.get(3)));
    lines.set(7, lines.get(6));
    Path file = file("damaged.csv", lines);
    run(file("one.csv", lines.subList(0, 2)), tally -> {});
    long written = lines(officer.company());

    Tally rehearsed = rehearse(file, ColumnMapping.asNamed(false));

    assertThat(live()).isOne();
    assertThat(lines(officer.company())).isEqualTo(written);
    Imports.Report report = run(file, tally -> {});
    assertThat(rehearsed.done()).isEqualTo(report.imported()).isEqualTo(27);
    assertThat(rehearsed.rejections())
        .isEqualTo(Map.of("customer_no:value.missing", 1L, "row.duplicate", 2L));
    assertThat(rehearsed.leftOut()).isEqualTo(report.leftOut());
  }

  @Test
  void columnsComeInUnderTheNamesThatThePersonChose() throws Exception {
    List<String> lines = new ArrayList<>(Files.readAllLines(withColumn("pass_phrase", "anything")));
    lines.set(0, lines.getFirst().replace("customer_no", "客户编号"));
    Path file = file("renamed.csv", lines);
    ColumnMapping chosen = new ColumnMapping(
        Map.of("客户编号", "customer_no", "pass_phrase", ColumnMapping.LEFT_OUT), false);

    assertThatThrownBy(() -> rehearse(file, ColumnMapping.asNamed(false)))
        .isInstanceOfSatisfying(UndeclaredColumns.class, columns -> {
          assertThat(columns.undeclared()).containsExactly("客户编号", "pass_phrase");
          assertThat(columns.missing()).containsExactly("customer_no");
          assertThat(columns).message().doesNotContain("pass_phrase");
        });
    assertThat(rehearse(file, chosen).done()).isEqualTo(20);
  }

  @Test
  void twoColumnsAreNeverTakenForOne() throws Exception {
    Path file = withColumn("old_no", "K-1");
    assertThatThrownBy(() -> rehearse(file, new ColumnMapping(Map.of("old_no", "customer_no"), false)))
        .isInstanceOfSatisfying(UndeclaredColumns.class,
            columns -> assertThat(columns.twice()).containsExactly("customer_no"));
  }

  private Tally rehearse(Path file, ColumnMapping mapping) throws Exception {
    try (CsvSource source = CsvSource.open(file)) {
      return imports.rehearse(new ImportOrder(officer, ZONE, SourceHash.of(file), mapping), source,
          tally -> {});
    }
  }

  private long lines(CompanyId company) {
    return ledger.sequence(company).orElseThrow().unverifiedCheckpoint().orElseThrow().size();
  }

  private void assertSameAsUndisturbed(Path file, Imports.Report resumed) throws Exception {
    officer = company();
    Imports.Report undisturbed = run(file, tally -> {});
    assertThat(resumed.imported()).isEqualTo(undisturbed.imported());
    assertThat(resumed.rejected()).isEqualTo(undisturbed.rejected());
    assertThat(resumed.leftOut()).isEqualTo(undisturbed.leftOut());
  }

  private Account company() throws IOException {
    SampleCompany company = SampleCompany.in(access);
    Account by = company.person("officer", Role.SELLER_OFFICER);
    new AdoptedInventory(inventories, decisions).adopt(
        Files.readString(Path.of("..", "samples", "customers.inventory.yaml")), by,
        company.person("lawyer", Role.SELLER_LAWYER));
    return by;
  }

  private Imports.Report run(Path file, Consumer<Tally> progress) throws Exception {
    return imports.run(officer.company(), file, false, officer, ZONE, progress);
  }

  private long live() {
    CompanyId company = officer.company();
    return vaults.population(company).live();
  }

  private Path customers(int count) throws IOException {
    StringWriter rows = new StringWriter();
    SampleCustomers.ofTheSample().write(count, rows);
    return Files.writeString(folder.resolve("customers-" + count + ".csv"), rows.toString());
  }

  private Path withColumn(String name, String value) throws IOException {
    List<String> lines = Files.readAllLines(customers(20));
    List<String> wider = new ArrayList<>(List.of(lines.getFirst() + "," + name));
    lines.stream().skip(1).forEach(line -> wider.add(line + "," + value));
    return file("wider.csv", wider);
  }

  private Path file(String name, List<String> lines) throws IOException {
    return Files.write(folder.resolve(name), lines);
  }

  private static String withoutNumber(String line) {
    return line.substring(line.indexOf(','));
  }
}
