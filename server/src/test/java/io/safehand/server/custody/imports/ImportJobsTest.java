package io.safehand.server.custody.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.inventory.Basis;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.inventory.Sensitivity;
import io.safehand.core.person.Category;
import io.safehand.server.custody.inventory.DeclaredColumn;
import io.safehand.core.detect.sheet.SheetChoice;
import io.safehand.core.person.CompanyId;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.NotAllowed;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.custody.inventory.AdoptedInventory;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.records.ColumnMapping;
import io.safehand.server.custody.records.Imports;
import io.safehand.server.custody.records.UndeclaredColumns;
import io.safehand.server.custody.records.Vaults;
import io.safehand.server.site.demo.SampleCustomers;
import io.safehand.server.start.OnDisk;
import io.safehand.server.start.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Imports as jobs: sealed, surveyed, rehearsed, run, stopped, gone on with, cancelled, disposed of. */
@SafehandTest
class ImportJobsTest {
  private static final String CANARY = "kettle-canary-7730";

  @Autowired
  ImportJobs jobs;
  @Autowired
  MissingColumns missing;
  @Autowired
  ImportThreads threads;
  @Autowired
  Disposals disposals;
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
  @Autowired
  Keys keys;
  @Autowired
  Settings settings;
  private SampleCompany company;
  private Account officer;

  @BeforeEach
  void people() throws IOException {
    company = SampleCompany.in(access);
    officer = company.person("officer", Role.SELLER_OFFICER);
    new AdoptedInventory(inventories, decisions).adopt(
        Files.readString(Path.of("..", "samples", "customers.inventory.yaml")), officer,
        company.person("lawyer", Role.SELLER_LAWYER));
  }

  @Test
  void aFileComesInIsRehearsedAndImportedAndLeavesATask() throws Exception {
    ImportId id = taken(csv(lines(60)));
    assertThat(job(id).state()).isEqualTo(ImportState.READY);

    assertThat(jobs.rehearse(officer, id)).isTrue();
    threads.await(id);
    ImportJob rehearsed = job(id);
    assertThat(rehearsed.state()).isEqualTo(ImportState.READY);
    assertThat(rehearsed.rehearsed()).isTrue();
    assertThat(live()).isZero();

    assertThat(jobs.start(officer, id)).isTrue();
    threads.await(id);
    ImportJob done = job(id);
    assertThat(done.state()).isEqualTo(ImportState.DONE);
    assertThat(done.percent()).isEqualTo(100);
    assertThat(done.imported()).isEqualTo(rehearsed.imported()).isEqualTo(live());
    assertThat(done.rejections()).isEqualTo(rehearsed.rejections());
    assertThat(done.leftOut()).isEqualTo(rehearsed.leftOut());
    assertThat(disposals.open(officer.company(), 10)).singleElement()
        .satisfies(task -> assertThat(task.people()).isEqualTo(live()));
    assertThat(jobs.start(officer, id)).isFalse();
  }

  @Test
  void nothingOfTheFileIsLeftWhenItIsOver() throws Exception {
    List<String> lines = new ArrayList<>(lines(20));
    lines.replaceAll(line -> line + (line.equals(lines.getFirst()) ? ",秘密列" : "," + CANARY));
    ImportId id = taken(csv(lines));
    assertThat(filesOf(id)).hasSize(1);
    assertThat(OnDisk.holding(CANARY)).as("sealed while it is here").isEmpty();
    assertThat(OnDisk.holding("秘密列")).as("its columns too").isEmpty();
    Map<String, String> columns = new HashMap<>(jobs.source(officer, id).orElseThrow().reading().columns());
    assertThatThrownBy(() -> jobs.start(officer, id)).isInstanceOf(UndeclaredColumns.class);
    columns.put("秘密列", ColumnMapping.LEFT_OUT);
    assertThat(jobs.choose(officer, id, columns)).isTrue();

    assertThat(jobs.start(officer, id)).isTrue();
    threads.await(id);

    assertThat(job(id).state()).isEqualTo(ImportState.DONE);
    assertThat(filesOf(id)).isEmpty();
    assertThat(keys.uploadKey(officer.company(), id.value()).listed()).isEmpty();
    assertThat(jobs.source(officer, id)).isEmpty();
    assertThat(OnDisk.holding(CANARY)).isEmpty();
  }

  @Test
  void theSameFileIsGoneOnWithAndNeverImportedTwice() throws Exception {
    byte[] file = csv(lines(30));
    ImportId id = taken(file);
    assertThat(upload(file)).isEqualTo(new UploadAnswer.UnderWay(id));
    jobs.start(officer, id);
    threads.await(id);
    assertThat(upload(file)).isEqualTo(new UploadAnswer.Imported(id));
    assertThat(jobs.before(officer, Optional.empty(), 10)).hasSize(1);
    assertThat(live()).isEqualTo(job(id).imported());
  }

  @Test
  void anImportThatTheServerLeftUnderWayGoesOnByItselfAfterTheNextStart() throws Exception {
    ImportId id = taken(csv(lines(30_000)));
    jobs.start(officer, id);
    while (job(id).imported() == 0 && threads.worksOn(id)) {
      Thread.onSpinWait();
    }
    threads.stop();
    ImportJob stopped = job(id);
    assertThat(stopped.state()).as("nobody said that it is over").isEqualTo(ImportState.RUNNING);
    assertThat(live()).isPositive().isLessThan(30_000 - 4_096);

    threads.start();
    threads.resume(officer.company());
    threads.await(id);

    ImportJob done = job(id);
    assertThat(done.state()).isEqualTo(ImportState.DONE);
    assertThat(done.imported()).isEqualTo(live());
    assertThat(done.imported() + done.rejected()).isEqualTo(30_000);
  }

  @Test
  void aCancelledImportKeepsWhoIsInAndNothingOfItsFile() throws Exception {
    ImportId id = taken(csv(lines(30_000)));
    jobs.start(officer, id);
    while (job(id).imported() == 0 && threads.worksOn(id)) {
      Thread.onSpinWait();
    }
    assertThat(jobs.cancel(officer, id)).isTrue();
    threads.await(id);
    assertThat(job(id).state()).isEqualTo(ImportState.CANCELLED);
    assertThat(live()).isPositive().isLessThan(30_000);
    assertThat(filesOf(id)).isEmpty();
    assertThat(jobs.cancel(officer, id)).isFalse();
    assertThat(jobs.start(officer, id)).isFalse();
  }

  @Test
  void whatIsDeclaredTooLateIsNotProposedEither() throws Exception {
    ImportId id = taken(csv(lines(20_000)));
    DeclaredColumn column = new DeclaredColumn("积分等级", Category.TEXT, new Purpose("service"), Basis.CONTRACT,
        Period.ofYears(1), Sensitivity.GENERAL, false);
    jobs.start(officer, id);
    assertThat(missing.declare(officer, id, List.of(column), Set.of())).contains("moved-on");
    threads.await(id);
    assertThat(inventories.proposals(officer.company())).isEmpty();
  }

  @Test
  void rejectedRowsComePageByPageWithoutValues() throws Exception {
    List<String> lines = new ArrayList<>(lines(10));
    for (int row : new int[]{2, 4, 5}) {
      lines.set(row, lines.get(row).substring(lines.get(row).indexOf(',')));
    }
    ImportId id = taken(csv(lines));
    jobs.start(officer, id);
    threads.await(id);
    assertThat(jobs.rejected(officer, id, 0, 2)).containsExactly(
        new Imports.Rejection(3, "customer_no:value.missing"),
        new Imports.Rejection(5, "customer_no:value.missing"));
    assertThat(jobs.rejected(officer, id, 5, 2))
        .containsExactly(new Imports.Rejection(6, "customer_no:value.missing"));
    assertThat(job(id).rejections()).isEqualTo(Map.of("customer_no:value.missing", 3L));
  }

  @Test
  void renamedColumnsAreRecognised() throws Exception {
    List<String> lines = new ArrayList<>(lines(20));
    lines.set(0, lines.getFirst().replace("customer_no", "Customer No").replace("mobile", "手机号码"));
    ImportId id = taken(csv(lines));
    assertThat(jobs.source(officer, id).orElseThrow().reading().columns())
        .containsEntry("Customer No", "customer_no")
        .containsEntry("手机号码", "mobile");
    assertThat(jobs.start(officer, id)).isTrue();
    threads.await(id);
    assertThat(live()).isEqualTo(20);
  }

  @Test
  void aWorkbookIsReadFromTheSheetThatWasChosen() throws Exception {
    List<String> lines = lines(12);
    byte[] book = SampleWorkbook.of(Map.of("说明", List.of("本表由店长维护"), "客户", lines), List.of("说明", "客户"));
    ImportId id = taken(book);
    assertThat(job(id).kind()).isEqualTo(SourceKind.XLSX);
    assertThat(jobs.source(officer, id).orElseThrow().survey().sheets()).hasSize(2);
    assertThat(jobs.choose(officer, id, new SheetChoice(1, 1, 1))).isTrue();
    assertThat(jobs.source(officer, id).orElseThrow().survey().rows()).isEqualTo(12);
    assertThat(jobs.start(officer, id)).isTrue();
    threads.await(id);
    assertThat(job(id).imported()).isEqualTo(12);
  }

  @Test
  void whatCannotBeReadIsRefusedAndLeavesNothing() throws Exception {
    assertThat(upload(new byte[]{0, 1, 2, 3, 0})).isInstanceOfSatisfying(UploadAnswer.Unreadable.class,
        answer -> assertThat(answer.why().reason()).isEqualTo("file.binary"));
    assertThatThrownBy(() -> jobs.upload(officer, "broken.csv", new BrokenStream()))
        .isInstanceOf(IOException.class);
    assertThat(jobs.before(officer, Optional.empty(), 10)).isEmpty();
    assertThat(filesOfCompany()).isEmpty();
  }

  @Test
  void onlyTheOfficerImportsAndNobodyOfAnotherCompanySeesIt() throws Exception {
    ImportId id = taken(csv(lines(5)));
    Account staff = company.person("staff", Role.STAFF);
    assertThatThrownBy(() -> jobs.upload(staff, "a.csv", InputStream.nullInputStream()))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> jobs.start(staff, id)).isInstanceOf(NotAllowed.class);
    Account stranger = SampleCompany.in(access).person("officer", Role.SELLER_OFFICER);
    assertThat(jobs.find(stranger, id)).isEmpty();
    assertThat(jobs.source(stranger, id)).isEmpty();
    assertThat(jobs.start(stranger, id)).isFalse();
    assertThat(jobs.cancel(stranger, id)).isFalse();
  }

  @Test
  void theOriginalIsDisposedOfOnceAndInTheLog() throws Exception {
    ImportId id = taken(csv(lines(5)));
    jobs.start(officer, id);
    threads.await(id);
    long before = lines(officer.company());
    assertThat(disposals.close(officer, id, Set.of(), Disposals.How.DELETED)).isFalse();
    assertThat(disposals.close(officer, id, Set.of(Disposals.Place.CHAT, Disposals.Place.COMPUTER),
        Disposals.How.DELETED)).isTrue();
    assertThat(disposals.close(officer, id, Set.of(Disposals.Place.PAPER), Disposals.How.KEPT)).isFalse();
    assertThat(disposals.open(officer.company(), 10)).isEmpty();
    assertThat(disposals.of(officer.company(), id).orElseThrow().places())
        .containsExactlyInAnyOrder(Disposals.Place.CHAT, Disposals.Place.COMPUTER);
    assertThat(lines(officer.company())).isEqualTo(before + 1);
  }

  private ImportId taken(byte[] file) throws IOException {
    return ((UploadAnswer.Taken) upload(file)).id();
  }

  private UploadAnswer upload(byte[] file) throws IOException {
    return jobs.upload(officer, "客户 " + CANARY + ".csv", new ByteArrayInputStream(file));
  }

  private ImportJob job(ImportId id) {
    return jobs.find(officer, id).orElseThrow();
  }

  private long live() {
    return vaults.population(officer.company()).live();
  }

  private long lines(CompanyId of) {
    return ledger.sequence(of).orElseThrow().unverifiedCheckpoint().orElseThrow().size();
  }

  private List<String> lines(int customers) throws IOException {
    StringWriter rows = new StringWriter();
    SampleCustomers.ofTheSample().write(customers, rows);
    return rows.toString().lines().toList();
  }

  private static byte[] csv(List<String> lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private List<Path> filesOf(ImportId id) throws IOException {
    return filesOfCompany().stream().filter(file -> file.toString().contains(id.toString())).toList();
  }

  private List<Path> filesOfCompany() throws IOException {
    Path folder = settings.dataFolder().resolve("imports").resolve(officer.company().toString());
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  /** A sender that goes away. */
  private static final class BrokenStream extends InputStream {
    private int given;

    @Override
    public int read() throws IOException {
      if (given++ > 100_000) {
        throw new IOException("the sender is gone");
      }
      return 'a';
    }
  }
}
