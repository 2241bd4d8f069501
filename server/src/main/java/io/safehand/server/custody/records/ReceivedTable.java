package io.safehand.server.custody.records;

import io.safehand.core.custody.ReceivedRecord;
import io.safehand.core.custody.ReceivedRecords;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.Answer;
import io.safehand.core.vault.tree.KeyTree;
import io.safehand.server.base.storage.BinaryCopy;
import io.safehand.server.base.storage.Storage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a company received and has not yet re-keyed, within the present transaction. */
record ReceivedTable(Storage storage, CompanyId company) implements ReceivedRecords {
  @Override
  public void add(List<ReceivedRecord> records) {
    try (BinaryCopy copy = storage.copy("copy records.received (company_id, " + RecordRows.COLUMNS
        + ", entries, answers) from stdin (format binary)")) {
      for (ReceivedRecord received : records) {
        copy.row(14);
        RecordRows.write(copy, company, received.record())
            .bytes(received.record().groups())
            .int2(received.entries())
            .text(text(received.answers()));
      }
      copy.finish();
    }
  }

  @Override
  public List<ReceivedRecord> inLeaves(int firstLeaf, int count) {
    return storage.jdbc()
        .sql("select " + RecordRows.COLUMNS + ", entries, answers from records.received"
            + " where company_id = ? and slot >= ? and slot < ? order by slot")
        .param(company.value())
        .param(firstLeaf * KeyTree.PAGE_ENTRIES)
        .param((firstLeaf + count) * KeyTree.PAGE_ENTRIES)
        .query(ReceivedTable::record)
        .list();
  }

  @Override
  public void remove(Collection<PersonId> people) {
    storage.jdbc()
        .sql("delete from records.received where company_id = ? and person_id = any(?)")
        .param(company.value())
        .param(people.stream().map(RecordRows::uuid).toArray(UUID[]::new))
        .update();
  }

  @Override
  public void clear() {
    storage.jdbc().sql("delete from records.received where company_id = ?").param(company.value()).update();
  }

  private static ReceivedRecord record(ResultSet row, int number) throws SQLException {
    return new ReceivedRecord(RecordRows.read(row, new byte[0]), row.getShort("entries"),
        answers(row.getString("answers")));
  }

  /** {@code marketing=GIVEN newsletter=REFUSED}: codes only. */
  private static String text(Map<Purpose, Answer> answers) {
    return new TreeMap<>(answers).entrySet()
        .stream()
        .map(answer -> answer.getKey() + "=" + answer.getValue())
        .collect(Collectors.joining(" "));
  }

  private static Map<Purpose, Answer> answers(String text) {
    Map<Purpose, Answer> answers = new TreeMap<>();
    for (String answer : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
      int equals = answer.indexOf('=');
      answers.put(new Purpose(answer.substring(0, equals)), Answer.valueOf(answer.substring(equals + 1)));
    }
    return answers;
  }
}
