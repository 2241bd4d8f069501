package io.safehand.server.site.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.person.PersonalText;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.signin.Invitations;
import io.safehand.server.base.signin.SignIns;
import io.safehand.server.custody.imports.Disposals;
import io.safehand.server.custody.imports.ImportId;
import io.safehand.server.custody.imports.ImportJob;
import io.safehand.server.custody.imports.ImportJobs;
import io.safehand.server.custody.imports.ImportState;
import io.safehand.server.custody.imports.UploadAnswer;
import io.safehand.server.custody.inventory.AdoptedInventory;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.deal.deals.DealTerms;
import io.safehand.server.deal.deals.DealType;
import io.safehand.server.site.demo.SampleCustomers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What counts as done on the first day of a firm that has a second person only when it names one. */
@SafehandTest
class FirstDayTest {
  @Autowired
  FirstDay day;
  @Autowired
  Team team;
  @Autowired
  ImportJobs imports;
  @Autowired
  Disposals disposals;
  @Autowired
  Inventories inventories;
  @Autowired
  Decisions decisions;
  @Autowired
  SignIns signIns;
  @Autowired
  Access access;
  private SampleCompany company;

  @BeforeEach
  void aFirmThatIsNotSmall() {
    company = SampleCompany.in(access);
  }

  @Test
  void aFirmWithoutASecondPersonInvitesOne() {
    assertThat(team.vacant(company.id())).containsExactly(Post.WORK, Post.SECOND);
    Account worker = invited(Post.WORK, "worker");
    assertThat(team.vacant(company.id())).containsExactly(Post.SECOND);
    Account second = invited(Post.SECOND, "second");
    assertThat(team.done(company.id())).containsExactly(Step.INVITE);
    comesIn(worker);
    assertThat(team.done(company.id())).containsExactly(Step.INVITE);
    comesIn(second);
    assertThat(team.done(company.id())).containsExactly(Step.INVITE, Step.ENTER);
    assertThat(team.waiting(company.id())).extracting(Team.Waiting::post)
        .containsExactly(Post.WORK, Post.SECOND);
    assertThat(team.confirm(company.securityOfficer(), worker.id(), Post.WORK)).isTrue();
    assertThat(team.done(company.id())).doesNotContain(Step.CONFIRM);
    assertThat(team.confirm(company.securityOfficer(), second.id(), Post.SECOND)).isTrue();
    assertThat(team.done(company.id())).contains(Step.CONFIRM);
    assertThat(day.seconds(now(worker))).extracting(Account::id).containsExactly(second.id());
  }

  @Test
  void confirmingAPostGivesNoRoleOfAnother() {
    Account worker = invited(Post.WORK, "worker");
    access.propose(company.administrator(), worker.id(), Role.SELLER_LAWYER);
    comesIn(worker);
    assertThat(team.confirm(company.securityOfficer(), worker.id(), Post.WORK)).isTrue();
    assertThat(now(worker).roles()).containsExactlyInAnyOrderElementsOf(Post.WORK.roles());
  }

  @Test
  void onlyAFinishedImportCounts() throws IOException {
    Account officer = opened();
    ImportId cancelled = begun(30_000, officer);
    until(job -> job.imported() > 0, officer, cancelled);
    assertThat(imports.cancel(officer, cancelled)).as("some are in, most are not").isTrue();
    assertThat(day.done(officer)).contains(Step.ADOPT).doesNotContain(Step.FILE, Step.IMPORT, Step.ORIGINAL);
    disposals.close(officer, cancelled, Set.of(Disposals.Place.CHAT), Disposals.How.DELETED);
    assertThat(day.done(officer)).doesNotContain(Step.IMPORT, Step.ORIGINAL);

    ImportId finished = begun(20, officer);
    until(job -> job.state().isOver()
        || job.state() == ImportState.STOPPED && !imports.start(officer, finished), officer, finished);
    assertThat(day.done(officer)).contains(Step.FILE, Step.IMPORT).doesNotContain(Step.ORIGINAL);
    assertThat(day.source(company.id())).contains(finished);
    disposals.close(officer, finished, Set.of(Disposals.Place.CHAT), Disposals.How.DELETED);
    assertThat(day.done(officer)).contains(Step.ORIGINAL);
  }

  private Account opened() throws IOException {
    Account lawyer = company.person("lawyer", Role.SELLER_LAWYER);
    Account worker = invited(Post.WORK, "worker");
    comesIn(worker);
    team.confirm(company.securityOfficer(), worker.id(), Post.WORK);
    Account officer = now(worker);
    new AdoptedInventory(inventories, decisions)
        .adopt(Files.readString(Path.of("..", "samples", "customers.inventory.yaml")), officer, lawyer);
    day.open(officer,
        new DealTerms(DealType.ASSET, DealTerms.AssetMode.STRICT_23, "春雨", company.id(), Optional.empty(),
            false, false, false, DealTerms.NOTICE_DAYS, DealTerms.NOTICE_DAYS),
        new FirstDay.Given(20, lawyer.id(), Set.of(), Set.of()));
    return officer;
  }

  private ImportId begun(int customers, Account officer) throws IOException {
    StringWriter rows = new StringWriter();
    SampleCustomers.ofTheSample().write(customers, rows);
    ImportId id = ((UploadAnswer.Taken) imports.upload(officer, "客户.csv",
        new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)))).id();
    assertThat(imports.start(officer, id)).isTrue();
    return id;
  }

  private void until(Predicate<ImportJob> holds, Account officer, ImportId id) {
    while (imports.find(officer, id).filter(holds).isEmpty()) {
      Thread.onSpinWait();
    }
  }

  private Account invited(Post post, String handle) {
    PersonalText none = PersonalText.of("");
    assertThat(team.invite(company.administrator(), post, new Invitations.Newcomer(handle, none, none)))
        .isPresent();
    return access.account(company.id(), handle).orElseThrow();
  }

  private void comesIn(Account account) {
    assertThat(signIns.set(account, "name-" + account.who(), "小楼一夜听春雨-2207".toCharArray())).isEmpty();
  }

  private Account now(Account account) {
    return access.account(company.id(), account.id()).orElseThrow();
  }
}
