package io.safehand.server.custody.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.custody.inventory.AdoptedInventory;
import io.safehand.core.custody.stored.Errand;
import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.custody.Shredding;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.LegalPath;
import io.safehand.core.rules.PersonFacts.TransferAnswer;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.consent.ConsentMethod;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.notices.CampaignId;
import io.safehand.server.custody.notices.Notices;
import io.safehand.server.custody.notices.SampleNotice;
import io.safehand.server.custody.records.Imports;
import io.safehand.server.custody.records.Vaults;
import io.safehand.server.site.demo.SampleCustomers;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever is shredded stands in no row of any table, not even as a number. */
@SafehandTest
class NothingIsLeftTest {
  private static final int PEOPLE = 30;

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
  Notices notices;
  @Autowired
  Access access;
  @Autowired
  Storage storage;
  @Autowired
  Clock clock;
  private CompanyId company;
  private Account officer;
  private Account lawyer;

  @BeforeEach
  void held() throws Exception {
    SampleCompany sample = SampleCompany.in(access);
    company = sample.id();
    officer = sample.person("officer", Role.SELLER_OFFICER);
    lawyer = sample.person("lawyer", Role.SELLER_LAWYER);
    new AdoptedInventory(inventories, decisions)
        .adopt(Files.readString(Path.of("..", "samples", "customers.inventory.yaml")), officer, lawyer);
    StringWriter rows = new StringWriter();
    SampleCustomers.ofTheSample().write(PEOPLE, rows);
    imports.run(company, Files.writeString(folder.resolve("customers.csv"), rows.toString()), false, officer,
        ZoneOffset.UTC, tally -> {});
  }

  @Test
  void noTableNamesTheShredded() throws Exception {
    List<PersonId> people = vaults.store(company)
        .together(custody -> custody.records().inLeaves(0, 1))
        .stream()
        .map(SealedRecord::person)
        .toList();
    told(Set.copyOf(people));
    List<PersonId> asked = people.stream()
        .filter(person -> tablesThatName(person).contains("consent.imported"))
        .toList();
    PersonId shredded = asked.getFirst();
    PersonId other = asked.getLast();
    assertThat(tablesThatName(shredded))
        .contains("records.record", "records.tag", "consent.imported", "notices.told", "notices.answer")
        .isEqualTo(tablesThatName(other));

    new Shredding(vaults.of(company), vaults.store(company), clock, new SecureRandom()).shred(
        List.of(Shredding.Order.destroy(shredded)), new Errand(officer.who(), "retention", "case-1", ""));

    assertThat(tablesThatName(shredded)).isEmpty();
    assertThat(tablesThatName(other)).contains("records.record", "notices.answer");
  }

  private void told(Set<PersonId> people) {
    CampaignId campaign = notices.draft(company, SampleNotice.full(new UUID(0, 77), LegalPath.SUCCESSION_22),
        officer);
    notices.release(company, campaign, lawyer);
    notices.deliver(company, campaign, people, officer);
    notices.answer(company, campaign, people, TransferAnswer.CONSENTED, ConsentMethod.values()[0], officer);
  }

  /** Looks at every column of every table, in whatever form an id may stand there. */
  private List<String> tablesThatName(PersonId person) {
    List<String> tables = storage.inNone(() -> storage.jdbc().sql("""
        select table_schema || '.' || table_name from information_schema.tables
         where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
         order by 1
        """).query(String.class).list());
    String hex = person.toString();
    String uuid = new UUID(person.high(), person.low()).toString();
    List<String> found = new ArrayList<>();
    for (String table : tables) {
      storage.run(company, () -> found.addAll(storage.jdbc()
          .sql("select '" + table + "' from " + table + " t where t::text like ? or t::text like ? limit 1")
          .params("%" + hex + "%", "%" + uuid + "%")
          .query(String.class)
          .list()));
    }
    return found;
  }
}
