package io.safehand.server.custody.inventory;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.storage.Storage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The rows of versions. */
@Component
final class VersionRows {
  record Row(int number, String sha256, Instant at, String by, List<String> approvers) {}

  private final Storage storage;

  VersionRows(Storage storage) {
    this.storage = storage;
  }

  Optional<Row> newest(CompanyId company) {
    return storage.jdbc().sql("""
        select number, sha256, adopted_at, adopted_by, approvers from inventory.version
         where company_id = ? order by number desc limit 1
        """).param(company.value()).query(VersionRows::row).optional();
  }

  /** The newest first. */
  List<Row> all(CompanyId company, int most) {
    return storage.jdbc().sql("""
        select number, sha256, adopted_at, adopted_by, approvers from inventory.version
         where company_id = ? order by number desc limit ?
        """).params(company.value(), most).query(VersionRows::row).list();
  }

  Optional<Row> row(CompanyId company, int number) {
    return storage.jdbc().sql("""
        select number, sha256, adopted_at, adopted_by, approvers from inventory.version
         where company_id = ? and number = ?
        """).params(company.value(), number).query(VersionRows::row).optional();
  }

  Optional<String> find(CompanyId company, int number) {
    return storage.jdbc()
        .sql("select yaml from inventory.version where company_id = ? and number = ?")
        .params(company.value(), number)
        .query(String.class)
        .optional();
  }

  /** @param decided the hash that is voted on */
  void propose(CompanyId company, String decided, String yaml) {
    storage.jdbc().sql("""
        insert into inventory.proposal (company_id, sha256, yaml) values (?, ?, ?) on conflict do nothing
        """).params(company.value(), decided, yaml).update();
  }

  Optional<String> proposed(CompanyId company, String decided) {
    return storage.jdbc()
        .sql("select yaml from inventory.proposal where company_id = ? and sha256 = ?")
        .params(company.value(), decided)
        .query(String.class)
        .optional();
  }

  String yaml(CompanyId company, int number) {
    return storage.jdbc()
        .sql("select yaml from inventory.version where company_id = ? and number = ?")
        .params(company.value(), number)
        .query(String.class)
        .single();
  }

  void add(CompanyId company, Row row, String name, String yaml) {
    storage.jdbc()
        .sql("""
            insert into inventory.version
              (company_id, number, name, sha256, yaml, adopted_at, adopted_by, approvers)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(company.value(), row.number(), name, row.sha256(), yaml, row.at().atOffset(ZoneOffset.UTC),
            row.by(), row.approvers().toArray(String[]::new))
        .update();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(row.getInt(1), row.getString(2), row.getObject(3, OffsetDateTime.class).toInstant(),
        row.getString(4), List.of((String[]) row.getArray(5).getArray()));
  }
}
