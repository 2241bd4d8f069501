package io.safehand.server.custody.imports;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.Storage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The originals of imported sources: the vault is no safer than the table that still lies on a desk. Each import leaves
 * one task, open until somebody says where the original lay and what was done with it. May be used by many threads.
 */
@Component
public final class Disposals {
  private static final Duration TIME_TO_DISPOSE = Duration.ofDays(7);

  private final Storage storage;
  private final Access access;
  private final Ledger ledger;
  private final Clock clock;

  Disposals(Storage storage, Access access, Ledger ledger, Clock clock) {
    this.storage = storage;
    this.access = access;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Where an original, or a copy of it, lay. */
  public enum Place {
    COMPUTER, PHONE, USB_STICK, MAILBOX, CHAT, CLOUD, SOFTWARE, DATABASE, PAPER
  }

  /** What was done with it. */
  public enum How {
    /** Every copy was deleted, waste baskets too. */
    DELETED,
    /** Paper or a medium was destroyed. */
    DESTROYED,
    /** It stays where it is because law orders it, or because work still needs it until the closing. */
    KEPT
  }

  /** One task; {@code how} is empty while it is open. */
  public record Disposal(ImportId of, long people, Instant openedAt, Instant dueAt, Set<Place> places,
      Optional<How> how, Optional<Instant> doneAt) {
    public boolean isOpen() {
      return how.isEmpty();
    }
  }

  void open(CompanyId company, ImportId of, long people) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    storage.run(company, () -> storage.jdbc()
        .sql(
            "insert into imports.disposal (company_id, job_id, people, opened_at, due_at) values (?, ?, ?, ?, ?)")
        .params(company.value(), of.value(), people, now, now.plus(TIME_TO_DISPOSE))
        .update());
  }

  /** The task that this import left; empty before its end. */
  public Optional<Disposal> of(CompanyId company, ImportId id) {
    return storage.in(company,
        () -> storage.jdbc()
            .sql("select * from imports.disposal where company_id = ? and job_id = ?")
            .params(company.value(), id.value())
            .query(Disposals::disposal)
            .optional());
  }

  /** The open tasks, the most urgent first. */
  public List<Disposal> open(CompanyId company, int limit) {
    return storage.in(company, () -> storage.jdbc()
        .sql(
            "select * from imports.disposal where company_id = ? and how = '' order by due_at, job_id limit ?")
        .params(company.value(), limit)
        .query(Disposals::disposal)
        .list());
  }

  /**
   * Says what was done, with a line in the log. False when there is no such open task.
   *
   * @throws io.safehand.server.base.access.NotAllowed when the account is not the company's officer
   */
  public boolean close(Account by, ImportId id, Set<Place> places, How how) {
    CompanyId company = by.company();
    access.require(company, by, Role.SELLER_OFFICER, Role.BUYER_OFFICER);
    String where = new TreeSet<>(places).stream().map(Place::name).collect(Collectors.joining(" "));
    return !places.isEmpty() && storage.in(company, () -> {
      boolean closed = storage.jdbc()
          .sql("""
              update imports.disposal set places = ?, how = ?, done_by = ?, done_at = ?
               where company_id = ? and job_id = ? and how = ''
              """)
          .params(where, how.name(), by.id().value(), clock.instant().atOffset(ZoneOffset.UTC),
              company.value(), id.value())
          .update() == 1;
      if (closed) {
        ledger.write(company, by.who(), Act.SOURCE_DISPOSED,
            Json.object().with("import", id.toString()).with("places", where).with("how", how.name()));
      }
      return closed;
    });
  }

  private static Disposal disposal(ResultSet row, int number) throws SQLException {
    Set<Place> places = Arrays.stream(row.getString("places").split(" ", -1))
        .filter(place -> !place.isEmpty())
        .map(Place::valueOf)
        .collect(Collectors.toSet());
    String how = row.getString("how");
    return new Disposal(new ImportId(row.getObject("job_id", UUID.class)), row.getLong("people"),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        row.getObject("due_at", OffsetDateTime.class).toInstant(), places,
        how.isEmpty() ? Optional.empty() : Optional.of(How.valueOf(how)),
        Optional.ofNullable(row.getObject("done_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant));
  }
}
