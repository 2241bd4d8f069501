package io.safehand.server.custody.disclosure;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.LedgerLine;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.records.RowsAboutPeople;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who looked at whom: a row beside each line of a disclosure, until the person's data goes. */
@Component
final class Sights implements RowsAboutPeople {
  private final Storage storage;
  private final BusinessIds ids;

  Sights(Storage storage, BusinessIds ids) {
    this.storage = storage;
    this.ids = ids;
  }

  /** In the transaction in which the line is written. */
  void add(CompanyId company, PersonId person, LedgerLine line) {
    Json.Object details = line.details();
    storage.jdbc()
        .sql("""
            insert into disclosure.sight
              (company_id, person_id, id, at, who, audience, purpose, matter, shown, withheld)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(company.value(), uuid(person), ids.next(), line.at().atOffset(ZoneOffset.UTC), line.who(),
            details.text("audience"), line.purpose(), line.caseId(), size(details, "shown"),
            size(details, "withheld"))
        .update();
  }

  /** The newest first. */
  List<Sight> of(CompanyId company, PersonId person, int most) {
    return storage.in(company,
        () -> storage.jdbc()
            .sql("""
                select at, who, audience, purpose, matter, shown, withheld from disclosure.sight
                 where company_id = ? and person_id = ? order by id desc limit ?
                """)
            .params(company.value(), uuid(person), most)
            .query((row, n) -> new Sight(row.getObject(1, OffsetDateTime.class).toInstant(), row.getString(2),
                row.getString(3), row.getString(4), row.getString(5), row.getInt(6), row.getInt(7)))
            .list());
  }

  @Override
  public void remove(CompanyId company, Collection<PersonId> people) {
    UUID[] gone = people.stream().map(Sights::uuid).toArray(UUID[]::new);
    for (String table : List.of("sight", "found")) {
      storage.jdbc()
          .sql("delete from disclosure." + table + " where company_id = ? and person_id = any (?)")
          .params(company.value(), gone)
          .update();
    }
  }

  private static int size(Json.Object details, String name) {
    return details.find(name).map(fields -> fields.asObject().members().size()).orElse(0);
  }

  static UUID uuid(PersonId person) {
    return new UUID(person.high(), person.low());
  }
}
