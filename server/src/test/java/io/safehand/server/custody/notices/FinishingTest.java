package io.safehand.server.custody.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.custody.inventory.AdoptedInventory;
import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.LegalPath;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.evidence.Evidence;
import io.safehand.server.base.evidence.Proof;
import io.safehand.server.base.standing.Subject;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.records.Imports;
import io.safehand.server.custody.records.Vaults;
import io.safehand.server.site.demo.SampleCustomers;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A notice is done when it came to everybody the company holds, and not before. */
@SafehandTest
class FinishingTest {
  private static final UUID DEAL = new UUID(0, 78);
  private static final int CUSTOMERS = 30;

  @TempDir
  Path folder;
  @Autowired
  Notices notices;
  @Autowired
  Inventories inventories;
  @Autowired
  Decisions decisions;
  @Autowired
  Imports imports;
  @Autowired
  Vaults vaults;
  @Autowired
  Evidence evidence;
  @Autowired
  Access access;
  private SampleCompany company;
  private Account officer;
  private CampaignId campaign;
  private List<PersonId> people;

  @BeforeEach
  void aReleasedNotice() throws Exception {
    company = SampleCompany.in(access);
    officer = company.person("officer", Role.SELLER_OFFICER);
    Account lawyer = company.person("lawyer", Role.SELLER_LAWYER);
    new AdoptedInventory(inventories, decisions)
        .adopt(Files.readString(Path.of("..", "samples", "customers.inventory.yaml")), officer, lawyer);
    StringWriter rows = new StringWriter();
    SampleCustomers.ofTheSample().write(CUSTOMERS, rows);
    imports.run(company.id(), Files.writeString(folder.resolve("customers.csv"), rows.toString()), false,
        officer, ZoneId.of("Asia/Shanghai"), tally -> {});
    people = vaults.store(company.id())
        .together(custody -> custody.records().inLeaves(0, vaults.leaves(company.id())))
        .stream()
        .map(SealedRecord::person)
        .toList();
    campaign = notices.draft(company.id(), SampleNotice.full(DEAL, LegalPath.SUCCESSION_22), officer);
    notices.release(company.id(), campaign, lawyer);
  }

  @Test
  void aNoticeThatReachedNobodyIsNotFinished() {
    assertThat(notices.finish(company.id(), campaign, officer)).isEqualTo(people.size());
    assertThat(delivered()).isEqualTo(Proof.State.MISSING);
  }

  @Test
  void aNoticeThatMissedOnePersonIsNotFinished() {
    notices.deliver(company.id(), campaign, Set.copyOf(people.subList(1, people.size())), officer);
    assertThat(notices.finish(company.id(), campaign, officer)).isEqualTo(1);
    assertThat(delivered()).isEqualTo(Proof.State.MISSING);
  }

  @Test
  void whoCannotBeReachedCountsAsKnown() {
    notices.deliver(company.id(), campaign, Set.copyOf(people.subList(1, people.size())), officer);
    notices.undeliverable(company.id(), campaign, Set.of(people.getFirst()), officer);
    assertThat(notices.finish(company.id(), campaign, officer)).isZero();
    assertThat(delivered()).isEqualTo(Proof.State.HOLDS);
  }

  private Proof.State delivered() {
    return evidence.of(company.id(), Subject.deal(DEAL), "notice.delivered").state();
  }
}
