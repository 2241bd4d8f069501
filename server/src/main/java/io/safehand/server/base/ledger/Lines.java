package io.safehand.server.base.ledger;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.storage.Storage;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;

/** The rows of lines. Called inside a transaction of the company, but for {@link #companies}. */
@Component
final class Lines {
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  record Row(UUID id, byte[] bytes) {}

  private final Storage storage;
  private final Entries entries;

  Lines(Storage storage, Entries entries) {
    this.storage = storage;
    this.entries = entries;
  }

  void openLog(CompanyId company) {
    storage.jdbc()
        .sql("insert into ledger.log (company_id) values (?) on conflict do nothing")
        .param(company.value())
        .update();
  }

  List<CompanyId> companies() {
    return storage.inNone(() -> storage.jdbc()
        .sql("select company_id from ledger.log order by company_id")
        .query((row, n) -> new CompanyId(row.getObject(1, UUID.class)))
        .list());
  }

  void add(CompanyId company, UUID id, byte[] line) {
    storage.jdbc()
        .sql("insert into ledger.line (company_id, id, bytes) values (?, ?, ?)")
        .params(company.value(), id, line)
        .update();
  }

  /** How many lines have a number; numbers have no gaps. */
  long numbered(CompanyId company) {
    return storage.jdbc()
        .sql("select coalesce(max(number) + 1, 0) from ledger.line where company_id = ?")
        .param(company.value())
        .query(Long.class)
        .single();
  }

  /** The same, from outside of a transaction. */
  long numberedIn(CompanyId company) {
    return storage.in(company, () -> numbered(company));
  }

  List<Row> waiting(CompanyId company, int most) {
    return storage.jdbc()
        .sql("select id, bytes from ledger.line where company_id = ? and number is null order by id limit ?")
        .params(company.value(), most)
        .query((row, n) -> new Row(row.getObject(1, UUID.class), row.getBytes(2)))
        .list();
  }

  /** The row of each line that has no number. */
  Map<ByteBuffer, UUID> allWaiting(CompanyId company) {
    Map<ByteBuffer, UUID> rows = new HashMap<>();
    waiting(company, Integer.MAX_VALUE).forEach(row -> rows.put(ByteBuffer.wrap(row.bytes()), row.id()));
    return rows;
  }

  /** The lines from this number on, in order. */
  List<ByteBuffer> numbered(CompanyId company, long from, int most) {
    return storage.jdbc()
        .sql("select bytes from ledger.line where company_id = ? and number >= ? order by number limit ?")
        .params(company.value(), from, most)
        .query((row, n) -> ByteBuffer.wrap(row.getBytes(1)))
        .list();
  }

  OptionalLong number(CompanyId company, UUID row) {
    return storage.in(company,
        () -> storage.jdbc()
            .sql("select number from ledger.line where company_id = ? and id = ? and number is not null")
            .params(company.value(), row)
            .query(Long.class)
            .optional()
            .map(OptionalLong::of)
            .orElse(OptionalLong.empty()));
  }

  /** Gives these rows the numbers from {@code first} on, in order; from then on they are found. */
  void number(CompanyId company, List<UUID> rows, long first) {
    Long[] numbers = LongStream.range(first, first + rows.size()).boxed().toArray(Long[]::new);
    storage.jdbc().sql("""
        update ledger.line set number = given.number
          from unnest(?::uuid[], ?::bigint[]) as given(id, number)
         where line.company_id = ? and line.id = given.id
        """).params(rows.toArray(UUID[]::new), numbers, company.value()).update();
    entries.catchUp(company);
  }
}
