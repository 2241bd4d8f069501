package io.safehand.server.custody.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.custody.imports.tables.TableRefused;
import io.safehand.server.custody.inventory.AdoptedInventory;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.records.Vaults;
import io.safehand.server.start.OnDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Customers come straight from a seller's database, a second real PostgreSQL. */
@SafehandTest
class TableImportTest {
  private static final String INVENTORY = """
      format: 1
      version: "shop"
      purposes:
        - {purpose: service, zh: 提供服务, en: Serving, travels: true, opens: {staff: masked, officer: full}}
      fields:
        - {field: no, column: 编号, category: account, group: identity, purposes: [service], basis: contract,
           retention: P3Y, required: true, identity: true}
        - {field: name, column: 姓名, category: name, group: identity, purposes: [service], basis: contract,
           retention: P3Y}
        - {field: mobile, column: 手机, category: mobile, group: contact, purposes: [service], basis: contract,
           retention: P3Y, searchable: true}
        - {field: address, column: 地址, category: address, group: contact, purposes: [service], basis: contract,
           retention: P3Y}
        - {field: joined_on, column: 注册日期, category: date, group: contact, purposes: [service], basis: contract,
           retention: P3Y}
      """;
  private static SellersDatabase seller;

  @Autowired
  ImportJobs jobs;
  @Autowired
  ImportThreads threads;
  @Autowired
  Passwords passwords;
  @Autowired
  Vaults vaults;
  @Autowired
  Inventories inventories;
  @Autowired
  Decisions decisions;
  @Autowired
  Access access;
  private Account officer;

  @BeforeAll
  static void sellersServer() throws IOException, SQLException {
    seller = SellersDatabase.start();
  }

  @AfterAll
  static void stop() throws IOException {
    seller.close();
  }

  @BeforeEach
  void people() throws SQLException {
    SampleCompany company = SampleCompany.in(access);
    officer = company.person("officer", Role.SELLER_OFFICER);
    new AdoptedInventory(inventories, decisions).adopt(INVENTORY, officer,
        company.person("lawyer", Role.SELLER_LAWYER));
    seller.run("truncate customer");
  }

  @Test
  void customersSpreadOverSeveralTablesComeInByOneQuery() throws Exception {
    seller.fill(1, 100);
    seller.run("update customer set phone = 123 where customer_id = 7");
    ImportId id = mapped();
    assertThat(jobs.rehearse(officer, id)).isTrue();
    threads.await(id);
    assertThat(live()).isZero();
    assertThat(job(id).leftOut()).as("damaged, so left out")
        .hasSize(1)
        .hasValueSatisfying(new Condition<>(n -> n == 1, "once"));
    assertThat(jobs.start(officer, id)).isTrue();
    threads.await(id);
    assertThat(job(id).reason()).isEmpty();
    assertThat(job(id).state()).isEqualTo(ImportState.DONE);
    assertThat(job(id).imported()).isEqualTo(100).isEqualTo(live());
  }

  @Test
  void goesOnBehindTheLastKeyAlthoughTheSourceHasChangedSince() throws Exception {
    seller.fill(1, 30_000);
    ImportId id = mapped();
    jobs.start(officer, id);
    while (job(id).imported() == 0 && threads.worksOn(id)) {
      Thread.onSpinWait();
    }
    threads.stop();
    assertThat(live()).isPositive().isLessThan(30_000);
    seller.run("delete from customer where customer_id = 2");
    seller.fill(30_001, 30_010);
    passwords.forget(id);
    threads.start();
    threads.resume(officer.company());
    assertThat(job(id).state()).isEqualTo(ImportState.STOPPED);
    assertThat(job(id).reason()).isEqualTo("source.password");
    assertThatThrownBy(() -> jobs.start(officer, id)).isInstanceOf(TableRefused.class);

    jobs.password(officer, id, seller.password());
    assertThat(jobs.start(officer, id)).isTrue();
    threads.await(id);

    assertThat(job(id).reason()).isEmpty();
    assertThat(job(id).state()).isEqualTo(ImportState.DONE);
    assertThat(job(id).rejections()).as("nobody was read twice").isEmpty();
    assertThat(live()).as("whoever came since too").isEqualTo(30_010);
  }

  @Test
  void aWriteThroughTheQueryIsRefusedAndNothingIsWritten() throws Exception {
    seller.fill(1, 10);
    long cities = seller.count("city");
    UploadAnswer answer = jobs.table(officer,
        seller.source("select customer_id, noted(customer_id) as n from customer"), seller.password());
    assertThat(answer).isEqualTo(new UploadAnswer.Refused("source.writes"));
    assertThat(jobs.table(officer, seller.source("delete from customer"), seller.password()))
        .isEqualTo(new UploadAnswer.Refused("source.statement"));
    assertThat(seller.count("city")).isEqualTo(cities);
    assertThat(seller.count("customer")).isEqualTo(10);
    assertThat(jobs.before(officer, Optional.empty(), 10)).isEmpty();
  }

  @Test
  void aKeyThatDoesNotTellRowsApartIsRefused() throws Exception {
    seller.fill(1, 3);
    for (String query : new String[]{"select 1 as customer_id from customer",
      "select null::bigint as customer_id", "select customer_id + 0.5 as customer_id from customer",
      "select first_name from customer"}) {
      assertThat(jobs.table(officer, seller.source(query), seller.password())).as(query)
          .isEqualTo(new UploadAnswer.Refused("source.key"));
    }
    assertThat(jobs.table(officer, seller.source("select customer_id, phone as a, phone as a from customer"),
        seller.password())).isEqualTo(new UploadAnswer.Refused("source.columns"));
  }

  @Test
  void aWrongPasswordIsSaidAndThePasswordIsWrittenNowhere() throws Exception {
    seller.fill(1, 3);
    assertThat(jobs.table(officer, seller.source("customer"), "kettle-canary-9917".toCharArray()))
        .isEqualTo(new UploadAnswer.Refused("source.sign-in"));
    mapped();
    assertThat(besidesTheSellers(OnDisk.holding("kettle-canary-9917"))).isEmpty();
    assertThat(besidesTheSellers(OnDisk.holding("join address a on"))).as("nor is the query").isEmpty();
  }

  private ImportId mapped() throws IOException {
    UploadAnswer answer = jobs.table(officer, seller.source(SellersDatabase.QUERY), seller.password());
    assertThat(answer).isInstanceOf(UploadAnswer.Taken.class);
    ImportId id = ((UploadAnswer.Taken) answer).id();
    Map<String, String> columns = new HashMap<>(
        Map.of("customer_id", "编号", "full_name", "姓名", "手机号码", "手机", "home", "地址", "joined", "注册日期"));
    assertThat(jobs.source(officer, id).orElseThrow().reading().columns()).containsEntry("手机号码", "手机");
    jobs.choose(officer, id, columns);
    return id;
  }

  private ImportJob job(ImportId id) {
    return jobs.find(officer, id).orElseThrow();
  }

  private long live() {
    return vaults.population(officer.company()).live();
  }

  private static List<Path> besidesTheSellers(List<Path> files) {
    return files.stream().filter(file -> !file.toString().contains("seller-")).toList();
  }
}
