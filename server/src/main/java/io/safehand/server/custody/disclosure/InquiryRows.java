package io.safehand.server.custody.disclosure;

import io.safehand.core.inventory.Purpose;
import io.safehand.core.person.FieldName;
import io.safehand.core.person.PersonId;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.storage.Storage;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of inquiries. */
@Component
final class InquiryRows {
  private final JdbcClient jdbc;

  InquiryRows(Storage storage) {
    this.jdbc = storage.jdbc();
  }

  /** Adds one, and removes the asker's that have ended. */
  void add(Account by, Inquiry inquiry, Instant now) {
    jdbc.sql("delete from disclosure.inquiry where company_id = ? and account_id = ? and ends_at <= ?")
        .params(by.company().value(), by.id().value(), now.atOffset(ZoneOffset.UTC))
        .update();
    jdbc.sql("""
        insert into disclosure.inquiry (company_id, id, account_id, purpose, matter, field, ends_at)
        values (?, ?, ?, ?, ?, ?, ?)
        """)
        .params(by.company().value(), inquiry.id(), by.id().value(), inquiry.purpose().code(),
            inquiry.matter(), inquiry.field().text(), inquiry.ends().atOffset(ZoneOffset.UTC))
        .update();
    for (int number = 0; number < inquiry.people().size(); number++) {
      jdbc.sql("insert into disclosure.found (company_id, inquiry_id, number, person_id) values (?, ?, ?, ?)")
          .params(by.company().value(), inquiry.id(), number + 1, Sights.uuid(inquiry.people().get(number)))
          .update();
    }
  }

  /** The asker's own of this id, ended or not. */
  Optional<Inquiry> find(Account by, UUID id) {
    return jdbc.sql("""
        select purpose, matter, field, ends_at from disclosure.inquiry
         where company_id = ? and id = ? and account_id = ?
        """)
        .params(by.company().value(), id, by.id().value())
        .query((row, n) -> new Inquiry(id, new Purpose(row.getString(1)), row.getString(2),
            new FieldName(row.getString(3)), row.getObject(4, OffsetDateTime.class).toInstant(),
            people(by, id)))
        .optional();
  }

  /** The asker's newest that is for this purpose and case, found this person, and has not ended. */
  Optional<UUID> finding(Account by, PersonId person, Purpose purpose, String matter, Instant now) {
    return jdbc.sql("""
        select i.id from disclosure.inquiry i
          join disclosure.found f on f.company_id = i.company_id and f.inquiry_id = i.id
         where i.company_id = ? and i.account_id = ? and f.person_id = ? and i.purpose = ? and i.matter = ?
           and i.ends_at > ?
         order by i.ends_at desc limit 1
        """)
        .params(by.company().value(), by.id().value(), Sights.uuid(person), purpose.code(), matter,
            now.atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .optional();
  }

  private List<PersonId> people(Account by, UUID id) {
    return jdbc.sql("""
        select person_id from disclosure.found where company_id = ? and inquiry_id = ? order by number
        """)
        .params(by.company().value(), id)
        .query(UUID.class)
        .stream()
        .map(person -> new PersonId(person.getMostSignificantBits(), person.getLeastSignificantBits()))
        .toList();
  }
}
