package io.safehand.server.custody.records;

import io.safehand.core.custody.stored.CustomerKind;
import io.safehand.core.custody.stored.Kept;
import io.safehand.core.custody.stored.RecordFacts;
import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.core.person.RecordId;
import io.safehand.core.vault.KeyId;
import io.safehand.server.base.storage.BinaryCopy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** How a sealed record lies in a row. */
final class RecordRows {
  static final String COLUMNS = """
      person_id, record_id, key_id, slot, kind, active_on, minor, restricted, keep_rule, keep_until, sealed\
      """;
  private static final long DAYS_TO_2000 = LocalDate.of(2000, 1, 1).toEpochDay();

  private RecordRows() {}

  static SealedRecord read(ResultSet row, byte[] ledgerKey) throws SQLException {
    LocalDate until = row.getObject("keep_until", LocalDate.class);
    Optional<Kept> kept = Optional.ofNullable(row.getString("keep_rule")).map(rule -> new Kept(rule, until));
    RecordFacts facts = new RecordFacts(CustomerKind.ofNumber(row.getShort("kind")),
        row.getObject("active_on", LocalDate.class), row.getBoolean("minor"), kept,
        row.getBoolean("restricted"));
    return new SealedRecord(person(row.getObject("person_id", UUID.class)),
        record(row.getObject("record_id", UUID.class)), key(row.getObject("key_id", UUID.class)),
        row.getInt("slot"), ledgerKey, row.getBytes("sealed"), facts);
  }

  /** The columns up to {@code keep_until}, behind the company. */
  static BinaryCopy write(BinaryCopy copy, CompanyId company, SealedRecord record) {
    RecordFacts facts = record.facts();
    copy.uuid(company.value())
        .uuid(uuid(record.person()))
        .uuid(uuid(record.record()))
        .uuid(uuid(record.key()))
        .int4(record.slot())
        .int2(facts.kind().number())
        .int4(date(facts.activeOn()))
        .bool(facts.minor())
        .bool(facts.restricted());
    if (facts.kept().isPresent()) {
      return copy.text(facts.kept().get().rule()).int4(date(facts.kept().get().until()));
    }
    return copy.nothing().nothing();
  }

  private static int date(LocalDate day) {
    return (int) (day.toEpochDay() - DAYS_TO_2000);
  }

  static UUID uuid(PersonId person) {
    return new UUID(person.high(), person.low());
  }

  private static UUID uuid(RecordId record) {
    return new UUID(record.high(), record.low());
  }

  static UUID uuid(KeyId key) {
    return new UUID(key.high(), key.low());
  }

  static PersonId person(UUID id) {
    return new PersonId(id.getMostSignificantBits(), id.getLeastSignificantBits());
  }

  private static RecordId record(UUID id) {
    return new RecordId(id.getMostSignificantBits(), id.getLeastSignificantBits());
  }

  static KeyId key(UUID id) {
    return new KeyId(id.getMostSignificantBits(), id.getLeastSignificantBits());
  }
}
