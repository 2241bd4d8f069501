package io.safehand.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowLocksTest {
  private static final UUID OURS = new UUID(1, 1);
  private static final UUID THEIRS = new UUID(1, 2);
  private final DatabaseAddress address = TestCluster.fresh();

  @BeforeEach
  void aModuleWithATable() throws Exception {
    EmbeddedPostgresTest.run(address, "create schema house", "create table house.migration (n int)",
        "create table house.fact (company_id uuid, what text)",
        "insert into house.fact values ('" + OURS + "', 'ours'), ('" + THEIRS + "', 'theirs')");
  }

  @Test
  void rowsOfOtherCompaniesAreNotSeen() throws Exception {
    try (Connection owner = address.connect()) {
      new RowLocks(owner, "house").apply();
    }
    assertThat(seenBy(OURS.toString())).isEqualTo("ours");
    assertThat(seenBy(THEIRS.toString())).isEqualTo("theirs");
    assertThat(seenBy("")).as("no company named").isNull();
  }

  @Test
  void rowsOfOtherCompaniesAreNotWritten() throws Exception {
    try (Connection owner = address.connect()) {
      new RowLocks(owner, "house").apply();
    }
    assertThatThrownBy(() -> as(OURS.toString(), "insert into house.fact values ('" + THEIRS + "', 'false')"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("row-level security");
  }

  @Test
  void aTableWithoutACompanyIsRefused() throws Exception {
    EmbeddedPostgresTest.run(address, "create table house.loose (what text)");
    try (Connection owner = address.connect()) {
      assertThatThrownBy(() -> new RowLocks(owner, "house").apply()).hasMessageContaining("house.loose");
    }
  }

  private String seenBy(String company) throws SQLException {
    return as(company, "select string_agg(what, ',') from house.fact");
  }

  private String as(String company, String sql) throws SQLException {
    try (Connection connection = address.connect(); Statement statement = connection.createStatement()) {
      statement.execute("set role " + ApplicationRole.NAME);
      statement.execute("set safehand.company = '" + company + "'");
      statement.execute(sql);
      try (ResultSet row = statement.getResultSet()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
