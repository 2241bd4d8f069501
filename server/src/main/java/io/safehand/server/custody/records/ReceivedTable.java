package io.safehand.server.custody.records;

import io.safehand.core.custody.stored.ReceivedPackage;
import io.safehand.core.custody.stored.ReceivedRecord;
import io.safehand.core.custody.stored.ReceivedRecords;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.Answer;
import io.safehand.core.rules.Speaker;
import io.safehand.core.rules.StandingAnswer;
import io.safehand.core.vault.tree.KeyTree;
import io.safehand.core.vault.tree.TreeId;
import io.safehand.server.base.storage.BinaryCopy;
import io.safehand.server.base.storage.Storage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** What came in one package and is not yet re-keyed, within the present transaction. */
record ReceivedTable(Storage storage, CompanyId company, TreeId tree) implements ReceivedRecords {
  private static final String GUARDIAN = "+guardian";

  @Override
  public void add(List<ReceivedRecord> records) {
    try (BinaryCopy copy = storage.copy("copy records.received (company_id, " + RecordRows.COLUMNS
        + ", entries, answers, tree_id) from stdin (format binary)")) {
      for (ReceivedRecord received : records) {
        copy.row(15);
        RecordRows.write(copy, company, received.record())
            .bytes(received.record().groups())
            .int2(received.entries())
            .text(text(received.answers()))
            .uuid(tree.value());
      }
      copy.finish();
    }
  }

  @Override
  public List<ReceivedRecord> inLeaves(int firstLeaf, int count) {
    return storage.jdbc()
        .sql("select " + RecordRows.COLUMNS + ", entries, answers from records.received"
            + " where company_id = ? and tree_id = ? and slot >= ? and slot < ? order by slot")
        .params(company.value(), tree.value())
        .param(firstLeaf * KeyTree.PAGE_ENTRIES)
        .param((firstLeaf + count) * KeyTree.PAGE_ENTRIES)
        .query(ReceivedTable::record)
        .list();
  }

  @Override
  public void remove(Collection<PersonId> people) {
    storage.jdbc()
        .sql("delete from records.received where company_id = ? and tree_id = ? and person_id = any(?)")
        .params(company.value(), tree.value())
        .param(people.stream().map(RecordRows::uuid).toArray(UUID[]::new))
        .update();
  }

  @Override
  public long count() {
    return storage.jdbc()
        .sql("select count(*) from records.received where company_id = ? and tree_id = ?")
        .params(company.value(), tree.value())
        .query(Long.class)
        .single();
  }

  @Override
  public void complete(ReceivedPackage whole) {
    storage.jdbc()
        .sql("insert into records.package (company_id, tree_id, manifest_sha256, people) values (?, ?, ?, ?)")
        .params(company.value(), tree.value(), whole.manifest(), whole.people())
        .update();
  }

  @Override
  public Optional<ReceivedPackage> whole() {
    return storage.jdbc()
        .sql("select manifest_sha256, people from records.package where company_id = ? and tree_id = ?")
        .params(company.value(), tree.value())
        .query((row, number) -> new ReceivedPackage(row.getString(1), row.getLong(2)))
        .optional();
  }

  @Override
  public void clear() {
    storage.jdbc()
        .sql("delete from records.received where company_id = ? and tree_id = ?")
        .params(company.value(), tree.value())
        .update();
  }

  private static ReceivedRecord record(ResultSet row, int number) throws SQLException {
    return new ReceivedRecord(RecordRows.read(row, new byte[0]), row.getShort("entries"),
        answers(row.getString("answers")));
  }

  /** {@code marketing=GIVEN@2026-12-25T08:00:00Z allergy-care=GIVEN+guardian newsletter=REFUSED}. */
  private static String text(Map<Purpose, StandingAnswer> answers) {
    return new TreeMap<>(answers).entrySet()
        .stream()
        .map(answer -> answer.getKey() + "=" + answer.getValue().answer()
            + (answer.getValue().by() == Speaker.GUARDIAN ? GUARDIAN : "")
            + answer.getValue().until().map(until -> "@" + until).orElse(""))
        .collect(Collectors.joining(" "));
  }

  private static Map<Purpose, StandingAnswer> answers(String text) {
    Map<Purpose, StandingAnswer> answers = new TreeMap<>();
    for (String answer : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
      int equals = answer.indexOf('=');
      answers.put(new Purpose(answer.substring(0, equals)), answer(answer.substring(equals + 1)));
    }
    return answers;
  }

  private static StandingAnswer answer(String text) {
    int at = text.indexOf('@');
    String said = at < 0 ? text : text.substring(0, at);
    Optional<Instant> until = at < 0 ? Optional.empty() : Optional.of(Instant.parse(text.substring(at + 1)));
    Speaker by = said.endsWith(GUARDIAN) ? Speaker.GUARDIAN : Speaker.PERSON;
    return new StandingAnswer(Answer.valueOf(said.replace(GUARDIAN, "")), until, by);
  }
}
