package io.safehand.server.start;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The second lock on every table of a module: only rows of the company named for the current transaction are seen or
 * written. A table without {@code company_id} is refused, unless its comment begins with {@code unguarded:} and says why.
 */
record RowLocks(Connection owner, String schema) {
  private static final String TABLES = """
      select t.relname, coalesce(obj_description(t.oid), '') like 'unguarded:%',
             exists (select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'company_id'),
             exists (select 1 from pg_policy p where p.polrelid = t.oid)
        from pg_class t join pg_namespace n on n.oid = t.relnamespace
       where n.nspname = ? and t.relkind in ('r', 'p') and t.relname <> 'migration'
       order by t.relname
      """;
  private static final String GRANTS = """
      grant usage on schema %1$s to %2$s;
      grant select, insert, update, delete on all tables in schema %1$s to %2$s;
      grant usage on all sequences in schema %1$s to %2$s;
      revoke all on %1$s.migration from %2$s
      """;
  private static final String LOCK = """
      alter table %1$s.%2$s enable row level security;
      create policy company on %1$s.%2$s
        using (company_id = nullif(current_setting('safehand.company', true), '')::uuid)
      """;

  void apply() throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute(GRANTS.formatted(schema, ApplicationRole.NAME));
      for (String table : unlocked()) {
        statement.execute(LOCK.formatted(schema, table));
      }
    }
  }

  private List<String> unlocked() throws SQLException {
    List<String> tables = new ArrayList<>();
    try (PreparedStatement query = owner.prepareStatement(TABLES)) {
      query.setString(1, schema);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          boolean unguarded = row.getBoolean(2);
          boolean locked = row.getBoolean(4);
          if (!unguarded && !row.getBoolean(3)) {
            throw new SQLException("the table " + schema + "." + row.getString(1) + " has no company_id");
          }
          if (!unguarded && !locked) {
            tables.add(row.getString(1));
          }
        }
      }
    }
    return tables;
  }
}
