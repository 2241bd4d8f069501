package io.safehand.server.custody.records;

import io.safehand.core.bulk.RowResult;
import io.safehand.core.custody.stored.IntakeBatch;
import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.custody.stored.SealedRecords;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.core.vault.tree.KeyTree;
import io.safehand.server.base.storage.BinaryCopy;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.consent.Consents;
import io.safehand.server.custody.consent.ImportedAnswers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One company's sealed records within the present transaction. A batch's run is the id of its import of answers. */
record RecordTable(Storage storage, Consents consents, List<RowsAboutPeople> others,
    CompanyId company) implements SealedRecords {
  private static final int REMOVED_AT_ONCE = 10_000;
  private static final String READ = "select " + RecordRows.COLUMNS + ", ledger_key from records.record";

  @Override
  public void add(IntakeBatch batch) {
    addRecords(batch.entries());
    addTags(batch.epoch(), batch.entries());
    consents.addImported(company, UUID.fromString(batch.run()),
        batch.entries()
            .stream()
            .filter(entry -> !entry.answers().isEmpty())
            .map(entry -> new ImportedAnswers(entry.record().person(), entry.answers()))
            .toList());
    if (batch.lastRow() > 0) {
      addBatch(batch);
    }
    jdbc("update records.population set live = live + ?, taken_in = taken_in + ? where company_id = ?")
        .param(batch.entries().size())
        .param(batch.entries().size())
        .param(company.value())
        .update();
  }

  private void addRecords(List<IntakeBatch.Entry> entries) {
    try (BinaryCopy copy = storage.copy("copy records.record (company_id, " + RecordRows.COLUMNS
        + ", ledger_key) from stdin (format binary)")) {
      for (IntakeBatch.Entry entry : entries) {
        copy.row(13);
        RecordRows.write(copy, company, entry.record())
            .bytes(entry.record().groups())
            .bytes(entry.record().ledgerKey());
      }
      copy.finish();
    }
  }

  private void addTags(long epoch, List<IntakeBatch.Entry> entries) {
    try (BinaryCopy copy = tagCopy()) {
      entries.forEach(entry -> write(copy, epoch, entry.record().person(), entry.tags()));
      copy.finish();
    }
  }

  private BinaryCopy tagCopy() {
    return storage.copy("copy records.tag (company_id, tag, person_id, epoch) from stdin (format binary)");
  }

  private void write(BinaryCopy copy, long epoch, PersonId person, long[] tags) {
    for (long tag : tags) {
      copy.row(4).uuid(company.value()).int8(tag).uuid(RecordRows.uuid(person)).int2(Math.toIntExact(epoch));
    }
  }

  private void addBatch(IntakeBatch batch) {
    jdbc("""
        insert into records.batch (company_id, intake_id, first_row, last_row, records, left_out, leaves)
        values (?, ?, ?, ?, ?, ?, ?)
        """).param(company.value())
        .param(UUID.fromString(batch.run()))
        .param(batch.firstRow())
        .param(batch.lastRow())
        .param(batch.entries().size())
        .param(Counts.text(batch.leftOut()))
        .param(batch.leaves())
        .update();
    for (RowResult.Rejected rejected : batch.rejected()) {
      jdbc("insert into records.rejected (company_id, intake_id, row_number, reason) values (?,?,?,?)")
          .param(company.value())
          .param(UUID.fromString(batch.run()))
          .param(rejected.row())
          .param(rejected.reason())
          .update();
    }
  }

  @Override
  public boolean isEmpty() {
    return jdbc("select live from records.population where company_id = ?").param(company.value())
        .query(Long.class)
        .optional()
        .orElse(0L) == 0;
  }

  @Override
  public Set<Long> known(long epoch, long[] identities) {
    return new HashSet<>(
        jdbc("select tag from records.tag where company_id = ? and epoch = ? and tag = any(?)")
            .param(company.value())
            .param((short) epoch)
            .param(identities)
            .query(Long.class)
            .list());
  }

  @Override
  public Optional<SealedRecord> find(PersonId person) {
    return jdbc(READ + " where company_id = ? and person_id = ?").param(company.value())
        .param(RecordRows.uuid(person))
        .query(RecordTable::record)
        .optional();
  }

  @Override
  public List<SealedRecord> inLeaves(int firstLeaf, int count) {
    return inLeaves(firstLeaf, count, "");
  }

  @Override
  public List<SealedRecord> heldInLeaves(int firstLeaf, int count) {
    return inLeaves(firstLeaf, count, " for share");
  }

  private List<SealedRecord> inLeaves(int firstLeaf, int count, String lock) {
    return jdbc(READ + " where company_id = ? and slot >= ? and slot < ? order by slot" + lock)
        .param(company.value())
        .param(firstLeaf * KeyTree.PAGE_ENTRIES)
        .param((firstLeaf + count) * KeyTree.PAGE_ENTRIES)
        .query(RecordTable::record)
        .list();
  }

  private static SealedRecord record(ResultSet row, int number) throws SQLException {
    return RecordRows.read(row, row.getBytes("ledger_key"));
  }

  @Override
  public List<PersonId> tagged(long epoch, long tag, int limit) {
    return jdbc("select person_id from records.tag where company_id = ? and epoch = ? and tag = ? limit ?")
        .param(company.value())
        .param((short) epoch)
        .param(tag)
        .param(limit)
        .query(UUID.class)
        .list()
        .stream()
        .map(RecordRows::person)
        .toList();
  }

  @Override
  public void replace(List<SealedRecord> changed) {
    int rows = jdbc("""
        update records.record as r
           set key_id = c.key_id, slot = c.slot, restricted = c.restricted, ledger_key = c.ledger_key,
               sealed = c.sealed
          from unnest(?::uuid[], ?::uuid[], ?::int[], ?::boolean[], ?::bytea[], ?::bytea[])
            as c(person_id, key_id, slot, restricted, ledger_key, sealed)
         where r.company_id = ? and r.person_id = c.person_id
        """)
        .params(each(changed, record -> RecordRows.uuid(record.person()), UUID[]::new),
            each(changed, record -> RecordRows.uuid(record.key()), UUID[]::new),
            each(changed, SealedRecord::slot, Integer[]::new),
            each(changed, record -> record.facts().restricted(), Boolean[]::new),
            each(changed, SealedRecord::ledgerKey, byte[][]::new),
            each(changed, SealedRecord::groups, byte[][]::new), company.value())
        .update();
    if (rows != changed.size()) {
      throw new IllegalStateException("a record that was to be replaced is gone");
    }
    jdbc("delete from records.tag where company_id = ? and person_id = any(?)").param(company.value())
        .param(each(changed, record -> RecordRows.uuid(record.person()), UUID[]::new))
        .update();
  }

  private static <T> T[] each(List<SealedRecord> records, Function<SealedRecord, T> value,
      IntFunction<T[]> array) {
    return records.stream().map(value).toArray(array);
  }

  @Override
  public void remove(Collection<PersonId> people) {
    List<PersonId> all = List.copyOf(people);
    for (int from = 0; from < all.size(); from += REMOVED_AT_ONCE) {
      removeSome(all.subList(from, Math.min(all.size(), from + REMOVED_AT_ONCE)));
    }
    jdbc("update records.population set live = live - ?, shredded = shredded + ? where company_id = ?")
        .param(people.size())
        .param(people.size())
        .param(company.value())
        .update();
  }

  private void removeSome(List<PersonId> people) {
    UUID[] ids = people.stream().map(RecordRows::uuid).toArray(UUID[]::new);
    jdbc("delete from records.record where company_id = ? and person_id = any(?)").param(company.value())
        .param(ids)
        .update();
    jdbc("delete from records.tag where company_id = ? and person_id = any(?)").param(company.value())
        .param(ids)
        .update();
    consents.remove(company, people);
    others.forEach(each -> each.remove(company, people));
  }

  @Override
  public void addTags(long epoch, Map<PersonId, long[]> tags) {
    jdbc("delete from records.tag where company_id = ? and epoch = ? and person_id = any(?)")
        .param(company.value())
        .param((short) epoch)
        .param(tags.keySet().stream().map(RecordRows::uuid).toArray(UUID[]::new))
        .update();
    try (BinaryCopy copy = tagCopy()) {
      tags.forEach((person, own) -> write(copy, epoch, person, own));
      copy.finish();
    }
  }

  @Override
  public void removeTags(long epoch) {
    jdbc("delete from records.tag where company_id = ? and epoch = ?").param(company.value())
        .param((short) epoch)
        .update();
  }

  private JdbcClient.StatementSpec jdbc(String sql) {
    return storage.jdbc().sql(sql);
  }
}
