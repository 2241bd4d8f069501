package io.safehand.server.base.ledger;

import io.safehand.core.ledger.LedgerLine;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.storage.Storage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** By what numbered lines are found; each search goes along one index. */
@Component
final class Entries {
  private static final int AT_ONCE = 5_000;

  private final Storage storage;

  Entries(Storage storage) {
    this.storage = storage;
  }

  /** Adds the numbered lines that are not found yet; in a transaction of the company. Doing it again changes nothing. */
  void catchUp(CompanyId company) {
    List<LedgerEntry> missing = missing(company);
    while (!missing.isEmpty()) {
      add(company, missing);
      missing = missing.size() < AT_ONCE ? List.of() : missing(company);
    }
  }

  private List<LedgerEntry> missing(CompanyId company) {
    return storage.jdbc()
        .sql("""
            select number, bytes from ledger.line
             where company_id = ?
               and number > (select coalesce(max(number), -1) from ledger.entry where company_id = ?)
             order by number limit ?
            """)
        .params(company.value(), company.value(), AT_ONCE)
        .query((row, n) -> found(row.getLong(1), LedgerLine.parse(row.getBytes(2))))
        .list();
  }

  private static LedgerEntry found(long number, LedgerLine line) {
    return new LedgerEntry(number, line.at(), line.who(), line.act(), line.deal());
  }

  private void add(CompanyId company, List<LedgerEntry> entries) {
    storage.jdbc()
        .sql(
            """
                insert into ledger.entry (company_id, number, at, act, who, deal)
                select ?, found.* from unnest(?::bigint[], ?::timestamptz[], ?::text[], ?::text[], ?::text[]) as found
                """)
        .params(company.value(), entries.stream().map(LedgerEntry::number).toArray(Long[]::new),
            entries.stream().map(entry -> entry.at().toString()).toArray(String[]::new),
            texts(entries, LedgerEntry::act), texts(entries, LedgerEntry::who),
            texts(entries, LedgerEntry::deal))
        .update();
  }

  private static String[] texts(List<LedgerEntry> entries, Function<LedgerEntry, String> text) {
    return entries.stream().map(text).toArray(String[]::new);
  }

  List<LedgerEntry> search(CompanyId company, LedgerSearch search) {
    return storage.in(company, () -> {
      Statement statement = statement(company, search);
      return storage.jdbc().sql(statement.sql()).params(statement.values()).query(Entries::entry).list();
    });
  }

  /** The statement and its values in order. */
  record Statement(String sql, List<Object> values) {}

  static Statement statement(CompanyId company, LedgerSearch search) {
    StringBuilder sql = new StringBuilder(
        "select number, at, who, act, deal from ledger.entry where company_id = ?");
    List<Object> values = new ArrayList<>(List.of(company.value()));
    search.act().ifPresent(act -> and(sql, " and act = ?", values, act));
    search.who().ifPresent(who -> and(sql, " and who = ?", values, who));
    search.deal().ifPresent(deal -> and(sql, " and deal = ? and deal <> ''", values, deal));
    search.known()
        .ifPresent(
            deals -> and(sql, " and (deal = '' or deal = any (?))", values, deals.toArray(String[]::new)));
    search.from().ifPresent(from -> and(sql, " and at >= ?", values, time(from)));
    search.until().ifPresent(until -> and(sql, " and at < ?", values, time(until)));
    search.after().ifPresent(after -> {
      sql.append(
          " and (at, number) < (select at, number from ledger.entry where company_id = ? and number = ?)");
      values.addAll(List.of(company.value(), after));
    });
    values.add(search.limit());
    return new Statement(sql.append(" order by at desc, number desc limit ?").toString(), values);
  }

  private static void and(StringBuilder sql, String condition, List<Object> values, Object value) {
    sql.append(condition);
    values.add(value);
  }

  /** From this number on, in order. */
  List<LedgerEntry> following(CompanyId company, long from, int most) {
    return storage.in(company, () -> storage.jdbc().sql("""
        select number, at, who, act, deal from ledger.entry
         where company_id = ? and number >= ? order by number limit ?
        """).params(company.value(), from, most).query(Entries::entry).list());
  }

  private static LedgerEntry entry(ResultSet row, int number) throws SQLException {
    return new LedgerEntry(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant(),
        row.getString(3), row.getString(4), row.getString(5));
  }

  Optional<LedgerLine> line(CompanyId company, long number) {
    return storage.in(company,
        () -> storage.jdbc()
            .sql("select bytes from ledger.line where company_id = ? and number = ?")
            .params(company.value(), number)
            .query((row, n) -> LedgerLine.parse(row.getBytes(1)))
            .optional());
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
