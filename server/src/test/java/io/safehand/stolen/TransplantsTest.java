package io.safehand.stolen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.custody.keys.KeyMissing;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.core.vault.ForgedRecord;
import io.safehand.core.vault.tree.ForgedPage;
import io.safehand.core.vault.tree.StalePages;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.start.TestCluster;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Whoever may write to the database moves what lies in it: nobody is shown as somebody else, and all comes back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransplantsTest {
  private static final int ONE = 3;
  private static final List<Integer> OTHERS = List.of(9, 150);
  private static final List<Class<?>> REFUSALS = List.of(ForgedRecord.class, KeyMissing.class,
      ForgedPage.class, StalePages.class);

  private final Path folder = TestCluster.folder("transplants");
  private final ConfigurableApplicationContext server = new House(folder.resolve("data")).start();
  private final Storage storage = server.getBean(Storage.class);
  private Seller seller;
  private List<PersonId> people;

  @BeforeEach
  void aCompanyWithPeople() throws Exception {
    seller = Seller.found(server);
    seller.bringIn(Seller.customers(folder, 200));
    people = seller.people();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sealed", "record_id", "key_id", "key_id slot", "sealed key_id slot",
    "record_id sealed key_id slot ledger_key"})
  void whatMovesBetweenPeopleDoesNotOpen(String columns) {
    for (int other : OTHERS) {
      PersonId far = people.get(other);
      Map<String, String> ofOne = seller.see(people.get(ONE));
      Map<String, String> ofFar = seller.see(far);
      swapRecords(columns, seller.company(), people.get(ONE), seller.company(), far);
      assertRefused(seller, people.get(ONE));
      assertRefused(seller, far);
      swapRecords(columns, seller.company(), people.get(ONE), seller.company(), far);
      assertThat(seller.see(people.get(ONE)).equals(ofOne) && seller.see(far).equals(ofFar)).isTrue();
    }
  }

  /** A slot says only in which page a key is looked for. */
  @Test
  void aMovedSlotShowsNobodyElse() {
    for (int other : OTHERS) {
      Map<String, String> before = seller.see(people.get(ONE));
      swapRecords("slot", seller.company(), people.get(ONE), seller.company(), people.get(other));
      if (other < 64) {
        assertThat(seller.see(people.get(ONE)).equals(before)).as("the page is the same").isTrue();
      } else {
        assertRefused(seller, people.get(ONE));
      }
      swapRecords("slot", seller.company(), people.get(ONE), seller.company(), people.get(other));
    }
  }

  @Test
  void whatMovesBetweenCompaniesDoesNotOpen() throws Exception {
    Seller another = Seller.found(server);
    another.bringIn(Seller.customers(folder, 200));
    PersonId there = another.people().get(ONE);
    for (String columns : List.of("sealed", "sealed key_id", "record_id sealed key_id slot ledger_key",
        "person_id record_id sealed key_id slot ledger_key")) {
      swapRecords(columns, seller.company(), people.get(ONE), another.company(), there);
      boolean moved = columns.startsWith("person_id");
      assertRefused(seller, moved ? there : people.get(ONE));
      assertRefused(another, moved ? people.get(ONE) : there);
      swapRecords(columns, seller.company(), moved ? there : people.get(ONE), another.company(),
          moved ? people.get(ONE) : there);
      assertThat(seller.see(people.get(ONE)).equals(another.see(there))).as("the same customer").isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sealed", "sealed version", "page_key sealed version"})
  void movedKeyPagesOpenNobody(String columns) {
    swapPages(columns);
    assertRefused(seller, people.get(ONE));
    assertRefused(seller, people.get(OTHERS.getFirst()));
    swapPages(columns);
    assertThat(seller.see(people.get(ONE))).hasSizeGreaterThan(1);
  }

  @Test
  void aKeyPageFromBeforeAnErasureBringsNobodyBack() {
    PersonId gone = people.get(ONE);
    Map<String, Object> page = row(
        "select * from keys.page where company_id = ? and level = 0 and number = 0");
    Map<String, Object> record = row("select * from records.record where company_id = ? and slot = " + ONE);
    assertThat(record.get("person_id")).isEqualTo(id(gone));
    assertThat(seller.erase(List.of(gone))).isEmpty();
    insert("records.record", record);
    assertRefused(seller, gone);
    owner("delete from keys.page where company_id = ? and level = 0 and number = 0",
        seller.company().value());
    insert("keys.page", page);
    assertRefused(seller, gone);
    assertRefused(seller, people.get(OTHERS.getFirst()));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static void assertRefused(Seller by, PersonId person) {
    assertThatThrownBy(() -> by.see(person))
        .satisfies(refusal -> assertThat(REFUSALS).contains(refusal.getClass()));
  }

  private void swapRecords(String columns, CompanyId company, PersonId one, CompanyId otherCompany,
      PersonId other) {
    owner("update records.record r set " + taken(columns) + """
         from records.record o
        where (r.company_id, r.person_id, o.company_id, o.person_id) in ((?, ?, ?, ?), (?, ?, ?, ?))
        """, company.value(), id(one), otherCompany.value(), id(other), otherCompany.value(), id(other),
        company.value(), id(one));
  }

  /** The first two leaves. */
  private void swapPages(String columns) {
    owner("update keys.page r set " + taken(columns) + """
         from keys.page o
        where r.company_id = ? and o.company_id = r.company_id and r.level = 0 and o.level = 0
          and (r.number, o.number) in ((0, 1), (1, 0))
        """, seller.company().value());
  }

  private static String taken(String columns) {
    return String.join(", ",
        List.of(columns.split(" ")).stream().map(column -> column + " = o." + column).toList());
  }

  private Map<String, Object> row(String select) {
    return storage.in(seller.company(),
        () -> storage.jdbc().sql(select).param(seller.company().value()).query().singleRow());
  }

  private void insert(String table, Map<String, Object> row) {
    String places = String.join(", ", row.keySet().stream().map(column -> "?").toList());
    owner("insert into " + table + " (" + String.join(", ", row.keySet()) + ") values (" + places + ")",
        row.values().toArray());
  }

  private void owner(String statement, Object... values) {
    storage.run(seller.company(), () -> storage
        .asOwner(() -> assertThat(storage.jdbc().sql(statement).params(values).update()).isPositive()));
  }

  private static UUID id(PersonId person) {
    return new UUID(person.high(), person.low());
  }
}
