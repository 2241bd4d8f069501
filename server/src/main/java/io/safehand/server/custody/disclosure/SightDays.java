package io.safehand.server.custody.disclosure;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.storage.Storage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * How often customers' records were looked at, by day, purpose and capacity. Looks are counted when somebody asks, from
 * where the last counting stopped; the last minute is left for the next time, because its acts may not be durable yet.
 * May be used by many threads.
 */
@Component
public final class SightDays {
  private static final Duration SETTLED = Duration.ofMinutes(1);
  private static final UUID FIRST = new UUID(0, 0);

  private final Storage storage;
  private final Clock clock;
  private final ZoneId zone;

  SightDays(Storage storage, Clock clock, ZoneId zone) {
    this.storage = storage;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * One day's looks for one purpose in one capacity.
   *
   * @param shown after which something was seen
   * @param refused after which nothing was
   */
  public record Day(LocalDate day, String purpose, String audience, long shown, long refused) {}

  /** The last days, the newest first. */
  public List<Day> last(CompanyId company, int days) {
    LocalDate first = LocalDate.ofInstant(clock.instant(), zone).minusDays(days - 1L);
    return storage.in(company, () -> {
      count(company);
      return storage.jdbc()
          .sql("""
              select day, purpose, audience, shown, refused from disclosure.day
               where company_id = ? and day >= ? order by day desc, purpose, audience
              """)
          .params(company.value(), first)
          .query((row, n) -> new Day(row.getObject(1, LocalDate.class), row.getString(2), row.getString(3),
              row.getLong(4), row.getLong(5)))
          .list();
    });
  }

  private void count(CompanyId company) {
    storage.lock(company, "disclosure.days");
    UUID from = storage.jdbc()
        .sql("select up_to from disclosure.counted where company_id = ?")
        .param(company.value())
        .query(UUID.class)
        .optional()
        .orElse(FIRST);
    UUID to = firstAt(clock.instant().minus(SETTLED));
    storage.jdbc().sql("""
        insert into disclosure.day as present (company_id, day, purpose, audience, shown, refused)
        select company_id, (at at time zone ?)::date, purpose, audience, count(*) filter (where shown > 0),
               count(*) filter (where shown = 0)
          from disclosure.sight where company_id = ? and id >= ? and id < ? group by 1, 2, 3, 4
        on conflict (company_id, day, purpose, audience) do update
          set shown = present.shown + excluded.shown, refused = present.refused + excluded.refused
        """).params(zone.getId(), company.value(), from, to).update();
    storage.jdbc().sql("""
        insert into disclosure.counted (company_id, up_to) values (?, ?)
        on conflict (company_id) do update set up_to = greatest(disclosure.counted.up_to, excluded.up_to)
        """).params(company.value(), to).update();
  }

  /** The smallest id that could have been drawn at this moment: ids begin with their time. */
  private static UUID firstAt(Instant at) {
    return new UUID(at.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L);
  }
}
