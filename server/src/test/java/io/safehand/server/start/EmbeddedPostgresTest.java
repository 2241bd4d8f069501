package io.safehand.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EmbeddedPostgresTest {
  private final Path folder = TestCluster.folder("postgres").resolve("postgresql");

  @ParameterizedTest
  @EnumSource(RunAs.class)
  void runsWithoutBeingRoot(RunAs runAs) throws Exception {
    assumeTrue(runAs == RunAs.OURSELVES ? !RunAs.isRoot() : RunAs.isRoot() && runAs.works(),
        runAs + " is not possible here");
    Path place = reachable(runAs);
    try (EmbeddedPostgres database = EmbeddedPostgres.start(place, TestCluster.cache(), runAs)) {
      assertThat(ask(database.address(), "select current_user")).isEqualTo("safehand");
    }
    TestCluster.remove(place);
  }

  @Test
  void keepsWhatWasWrittenAcrossStarts() throws Exception {
    try (EmbeddedPostgres database = start()) {
      run(database.address(), "create table kept (what text)", "insert into kept values ('安交')");
    }
    try (EmbeddedPostgres database = start()) {
      assertThat(ask(database.address(), "select what from kept")).isEqualTo("安交");
    }
  }

  @Test
  void aDatabaseLeftByAKilledServerIsStoppedAndRecovered() throws Exception {
    EmbeddedPostgres left = start();
    run(left.address(), "create table kept (what text)", "insert into kept values ('here')");
    try (EmbeddedPostgres database = start()) {
      assertThat(ask(database.address(), "select what from kept")).isEqualTo("here");
      assertThatThrownBy(() -> ask(left.address(), "select 1")).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void recoversAfterTheDatabaseItselfWasKilled() throws Exception {
    EmbeddedPostgres killed = start();
    run(killed.address(), "create table kept (what text)", "insert into kept values ('here')");
    CountDownLatch told = new CountDownLatch(1);
    killed.whenGone(told::countDown);
    killPostmaster();
    assertThat(told.await(30, TimeUnit.SECONDS)).as("told that the database is gone").isTrue();
    try (EmbeddedPostgres database = start()) {
      assertThat(ask(database.address(), "select what from kept")).isEqualTo("here");
    }
  }

  @Test
  void aPidFileThatNamesAnotherProgramDoesNotHarmIt() throws Exception {
    start().close();
    long ours = ProcessHandle.current().pid();
    Files.writeString(folder.resolve("cluster/postmaster.pid"), ours + "\n/elsewhere\n");
    try (EmbeddedPostgres database = start()) {
      assertThat(ask(database.address(), "select 1")).isEqualTo("1");
    }
  }

  @ParameterizedTest
  @CsvSource({"fsync, on", "synchronous_commit, on", "full_page_writes, on", "data_checksums, on",
    "server_encoding, UTF8", "password_encryption, scram-sha-256", "listen_addresses, 127.0.0.1",
    "unix_socket_directories, ''", "log_min_error_statement, panic", "log_error_verbosity, terse"})
  void isDurableAndClosed(String setting, String value) throws Exception {
    assertThat(ask(TestCluster.administrator(), "show " + setting)).isEqualTo(value);
  }

  @Test
  void refusesAnotherPassword() {
    DatabaseAddress right = TestCluster.fresh();
    assertThatThrownBy(() -> new DatabaseAddress(right.url(), right.user(), "guess").connect())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password");
  }

  @Test
  void thePasswordIsReadableByItsOwnerAloneAndNeverPrinted() throws Exception {
    try (EmbeddedPostgres database = start()) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
          .isEqualTo("rw-------");
      assertThat(database.address().toString()).doesNotContain(database.address().password());
    }
  }

  private EmbeddedPostgres start() throws Exception {
    return EmbeddedPostgres.start(folder, TestCluster.cache());
  }

  /** The user nobody may not enter a build folder below a home. */
  private Path reachable(RunAs runAs) throws Exception {
    return runAs == RunAs.NOBODY ? Files.createTempDirectory("safehand-test") : folder;
  }

  private void killPostmaster() throws Exception {
    String pid = Files.readString(folder.resolve("cluster/postmaster.pid")).lines().findFirst().orElseThrow();
    ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
  }

  static void run(DatabaseAddress address, String... statements) throws SQLException {
    try (Connection connection = address.connect(); Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  static String ask(DatabaseAddress address, String query) throws SQLException {
    try (Connection connection = address.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
