package io.safehand.server.base.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.server.start.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class StorageTest {
  private static final CompanyId OURS = new CompanyId(new UUID(7, 1));
  private static final CompanyId THEIRS = new CompanyId(new UUID(7, 2));
  private final Storage storage;

  StorageTest(DataSource database) {
    storage = new Storage(database, new DiskWatch());
  }

  @Test
  void aCompanySeesItsOwnRowsOnly() {
    UUID account = UUID.randomUUID();
    storage.run(OURS, () -> add(OURS, account));
    assertThat(storage.in(OURS, () -> count(account))).isEqualTo(1);
    assertThat(storage.in(THEIRS, () -> count(account))).isZero();
    assertThat(storage.inNone(() -> count(account))).isZero();
    assertThat(count(account)).as("outside of a transaction").isZero();
  }

  @Test
  void aRowForAnotherCompanyIsRefused() {
    assertThatThrownBy(() -> storage.run(OURS, () -> add(THEIRS, UUID.randomUUID())))
        .hasStackTraceContaining("row-level security");
  }

  @Test
  void allOfItOrNothing() {
    UUID account = UUID.randomUUID();
    assertThatThrownBy(() -> storage.run(OURS, () -> {
      storage.run(OURS, () -> add(OURS, account));
      throw new IllegalStateException("half way");
    })).hasMessage("half way");
    assertThat(storage.in(OURS, () -> count(account))).isZero();
  }

  @Test
  void aTransactionServesOneCompany() {
    assertThatThrownBy(
        () -> storage.run(OURS, () -> storage.run(THEIRS, () -> add(THEIRS, UUID.randomUUID()))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aSnapshotDoesNotMove() {
    UUID account = UUID.randomUUID();
    Integer later = storage.inSnapshot(OURS, () -> {
      assertThat(count(account)).isZero();
      Thread other = Thread.ofPlatform().start(() -> storage.run(OURS, () -> add(OURS, account)));
      join(other);
      return count(account);
    });
    assertThat(later).isZero();
    assertThat(storage.in(OURS, () -> count(account))).isEqualTo(1);
  }

  @Test
  void tasksForAfterwardsRunOnlyWhenItIsDurable() {
    List<String> done = new ArrayList<>();
    storage.run(OURS, () -> storage.afterCommit(() -> done.add("kept")));
    assertThatThrownBy(() -> storage.run(OURS, () -> {
      storage.afterCommit(() -> done.add("lost"));
      throw new IllegalStateException("half way");
    })).isInstanceOf(IllegalStateException.class);
    assertThat(done).containsExactly("kept");
  }

  @Test
  void aLockIsForOneTransactionOfOneCompany() {
    storage.run(OURS, () -> {
      storage.lock(OURS, "work");
      assertThat(elsewhere(OURS)).isFalse();
      assertThat(elsewhere(THEIRS)).isTrue();
    });
    assertThat(elsewhere(OURS)).isTrue();
  }

  @Test
  void copiesInBulkWhatComesBackEqual() {
    Instant at = Instant.parse("2026-01-05T01:00:00.123456Z");
    PersonId person = new PersonId(1, 2);
    storage.run(OURS, () -> {
      storage.jdbc()
          .sql(
              "create temporary table bulk (company_id uuid, u uuid, p bytea, a int2, b int4, c int8, d bool, e text, "
                  + "f bytea, g timestamptz, h text) on commit drop")
          .update();
      try (BinaryCopy copy = storage.copy("copy bulk from stdin (format binary)")) {
        for (int row = 0; row < 5_000; row++) {
          copy.row(11)
              .uuid(OURS.value())
              .uuid(new UUID(3, 4))
              .person(person)
              .int2(-5)
              .int4(6)
              .int8(-7)
              .bool(true)
              .text("安交")
              .bytes(new byte[100])
              .time(at)
              .nothing();
        }
        assertThat(copy.finish()).isEqualTo(5_000);
      }
      assertThat(storage.jdbc()
          .sql("select count(*) from bulk where company_id = ? and u = ? and encode(p, 'hex') = ? and a = -5 "
              + "and b = 6 and c = -7 and d and e = '安交' and length(f) = 100 and g = ? and h is null")
          .params(OURS.value(), new UUID(3, 4), person.toString(), at.atOffset(java.time.ZoneOffset.UTC))
          .query(Integer.class)
          .single()).isEqualTo(5_000);
    });
  }

  @Test
  void aCopyThatWasNotFinishedKeepsNothing() {
    storage.run(OURS, () -> {
      storage.jdbc().sql("create temporary table half (company_id uuid, a int4) on commit drop").update();
      try (BinaryCopy copy = storage.copy("copy half from stdin (format binary)")) {
        copy.row(2).uuid(OURS.value()).int4(1);
      }
    });
  }

  @Test
  void aCopyTakesNoRowOfAnotherCompany() {
    storage.run(OURS, () -> {
      storage.jdbc().sql("create temporary table other (company_id uuid, a int4) on commit drop").update();
      try (BinaryCopy copy = storage.copy("copy other from stdin (format binary)")) {
        assertThatThrownBy(() -> copy.row(2).uuid(THEIRS.value()))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> copy.row(2).int4(1)).isInstanceOf(IllegalStateException.class);
      }
    });
  }

  @Test
  void afterACopyTheApplicationIsItselfAgain() {
    storage.run(OURS, () -> {
      storage.jdbc().sql("create temporary table done (company_id uuid) on commit drop").update();
      try (BinaryCopy copy = storage.copy("copy done from stdin (format binary)")) {
        copy.row(1).uuid(OURS.value());
        copy.finish();
      }
      assertThat(storage.jdbc().sql("select current_user").query(String.class).single())
          .isEqualTo("safehand_application");
    });
  }

  private boolean elsewhere(CompanyId company) {
    List<Boolean> free = new ArrayList<>();
    join(Thread.ofPlatform()
        .start(() -> free.add(storage.in(company, () -> storage.tryLock(company, "work")))));
    return free.getFirst();
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void add(CompanyId company, UUID account) {
    storage.jdbc()
        .sql("insert into access.party (company_id, party_id, kind, added_at) "
            + "values (?, ?, 'PERSON', '2026-01-05')")
        .params(company.value(), account)
        .update();
  }

  private int count(UUID account) {
    return storage.jdbc()
        .sql("select count(*) from access.party where party_id = ?")
        .param(account)
        .query(Integer.class)
        .single();
  }
}
