package io.safehand.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.XZInputStream;

/** A database that the PostgreSQL before this one made. */
class ClusterUpgradeTest {
  private static final UUID COMPANY = new UUID(7, 7);
  private static final Path OLDER = TestCluster.folder("upgrade-programs");
  private final Path folder = TestCluster.folder("upgrade").resolve("postgresql");
  private final Path cache = TestCluster.folder("upgrade-cache");

  @BeforeAll
  static void unpack() throws IOException {
    try (Stream<Path> jars = Files.list(Path.of("target", "older-database"));
        JarFile jar = new JarFile(jars.findFirst().orElseThrow().toFile());
        InputStream archive = jar.getInputStream(jar.getEntry("postgres-linux-x86_64.txz"))) {
      new Tar(new XZInputStream(archive), OLDER).unpack();
    }
  }

  @BeforeEach
  void bothPrograms() throws IOException {
    Files.createSymbolicLink(cache.resolve("postgresql-17.10.0"), OLDER);
    Path now = Distribution.in(TestCluster.cache()).folder();
    Files.createSymbolicLink(cache.resolve(now.getFileName()), now);
  }

  @Test
  void everyRowIsInTheNewOneAndTheOldOneIsGone() throws Exception {
    madeBefore();
    try (EmbeddedPostgres upgraded = EmbeddedPostgres.start(folder, cache)) {
      assertHasAll(upgraded);
    }
    assertThat(folder).isDirectoryNotContaining("glob:**/{cluster.*,rows,*.older}");
    try (EmbeddedPostgres again = EmbeddedPostgres.start(folder, cache)) {
      assertHasAll(again);
    }
  }

  @Test
  void anUpgradeThatWasStoppedBeginsAgain() throws Exception {
    Cluster cluster = madeBefore();
    Cluster now = new Cluster(folder, Distribution.in(cache), cluster.runAs());
    new ClusterUpgrade(now, cache).begin();
    now.prepare(new SecureRandom());
    assertThat(folder.resolve("cluster.older")).exists();
    try (EmbeddedPostgres upgraded = EmbeddedPostgres.start(folder, cache)) {
      assertHasAll(upgraded);
    }
  }

  @Test
  void withoutItsProgramsItIsRefusedAndUntouched() throws Exception {
    madeBefore();
    TestCluster.remove(cache.resolve("postgresql-17.10.0"));
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> EmbeddedPostgres.start(folder, cache).close())
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(ExitCode.CONFIGURATION))
        .withMessageContaining("PostgreSQL 17");
    assertThat(Files.readString(folder.resolve("cluster/PG_VERSION"))).startsWith("17");
  }

  private static void assertHasAll(EmbeddedPostgres database) throws Exception {
    new Migrations(database.address()).run();
    assertThat(asked(database, "show server_version")).startsWith("18");
    assertThat(asked(database, "select name from access.company")).isEqualTo("茶 & Co");
    assertThat(asked(database, "select count(*) from records.tag where company_id = '" + COMPANY + "'"))
        .isEqualTo("1");
    assertThat(asked(database, "select last_value from consent.recorded")).isEqualTo("41");
    assertThat(asked(database,
        "select count(*) from pg_indexes where schemaname = 'records' and indexname like 'tag_lookup_%'"))
        .isEqualTo("1");
  }

  private Cluster madeBefore() throws Exception {
    Cluster cluster = new Cluster(folder, new Distribution(cache.resolve("postgresql-17.10.0")),
        RunAs.detect());
    cluster.prepare(new SecureRandom());
    try (EmbeddedPostgres older = EmbeddedPostgres.launch(cluster)) {
      older.createOwner();
      new Migrations(older.address()).run();
      try (Connection connection = older.address().connect();
          Statement statement = connection.createStatement()) {
        statement.execute("insert into access.company (company_id, name, kind, enrolled_at) values ('"
            + COMPANY + "', '茶 & Co', 'SELLER', '2026-01-01Z')");
        statement.execute("select records.open_company('" + COMPANY + "')");
        statement.execute("select setval('consent.recorded', 41)");
        statement.execute("insert into records.tag (company_id, tag, person_id, epoch) values ('" + COMPANY
            + "', 1, '" + COMPANY + "', 1)");
        statement.execute("select records.index_tags('" + COMPANY + "')");
      }
    }
    return cluster;
  }

  private static String asked(EmbeddedPostgres database, String query) throws IOException, SQLException {
    try (Connection connection = database.address().connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
