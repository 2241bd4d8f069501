package io.safehand.server.site.webhooks;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.storage.Storage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of places and deliveries. Called inside a transaction of the company. */
@Component
final class HookRows {
  private static final String HOOK = "select hook_id, url, acts, added_by, next_number, failures, due_at from webhooks.hook ";
  private static final int SHOWN = 200;

  private final JdbcClient jdbc;

  HookRows(Storage storage) {
    this.jdbc = storage.jdbc();
  }

  void add(Account by, Webhook hook, byte[] secret) {
    jdbc.sql("""
        insert into webhooks.hook
          (company_id, hook_id, url, acts, secret, next_number, due_at, added_by, added_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
        .params(by.company().value(), hook.id(), hook.url(), hook.acts().toArray(String[]::new), secret,
            hook.next(), time(hook.due()), by.id().value(), time(hook.due()))
        .update();
  }

  List<Webhook> all(CompanyId company) {
    return jdbc.sql(HOOK + "where company_id = ? order by hook_id")
        .param(company.value())
        .query((row, n) -> hook(row))
        .list();
  }

  boolean end(CompanyId company, UUID hook) {
    jdbc.sql("delete from webhooks.delivery where company_id = ? and hook_id = ?")
        .params(company.value(), hook)
        .update();
    return jdbc.sql("delete from webhooks.hook where company_id = ? and hook_id = ?")
        .params(company.value(), hook)
        .update() == 1;
  }

  /** One that is due, which is due again for others only after the lease. */
  Optional<Webhook> claim(CompanyId company, Instant now, Instant lease, int most) {
    Optional<Webhook> due = jdbc.sql(HOOK + """
        where company_id = ? and due_at <= ? and failures < ? order by due_at limit 1 for update skip locked
        """).params(company.value(), time(now), most).query((row, n) -> hook(row)).optional();
    due.ifPresent(hook -> jdbc.sql("update webhooks.hook set due_at = ? where company_id = ? and hook_id = ?")
        .params(time(lease), company.value(), hook.id())
        .update());
    return due;
  }

  byte[] secret(CompanyId company, UUID hook) {
    return jdbc.sql("select secret from webhooks.hook where company_id = ? and hook_id = ?")
        .params(company.value(), hook)
        .query((row, n) -> row.getBytes(1))
        .single();
  }

  /** Only from where it stood: what another node meanwhile delivered is not undone. */
  void move(CompanyId company, Webhook from, Webhook to) {
    jdbc.sql("""
        update webhooks.hook set next_number = ?, failures = ?, due_at = ?
         where company_id = ? and hook_id = ? and next_number = ?
        """)
        .params(to.next(), to.failures(), time(to.due()), company.value(), from.id(), from.next())
        .update();
  }

  void log(CompanyId company, UUID hook, Delivery delivery) {
    jdbc.sql("""
        insert into webhooks.delivery (company_id, hook_id, delivery_id, at, first_number, events, outcome)
        values (?, ?, ?, ?, ?, ?, ?)
        """)
        .params(company.value(), hook, delivery.id(), time(delivery.at()), delivery.first(),
            delivery.events(), delivery.outcome())
        .update();
  }

  List<Delivery> deliveries(CompanyId company, UUID hook) {
    return jdbc.sql("""
        select delivery_id, at, first_number, events, outcome from webhooks.delivery
         where company_id = ? and hook_id = ? order by delivery_id desc limit ?
        """)
        .params(company.value(), hook, SHOWN)
        .query((row, n) -> new Delivery(row.getObject(1, UUID.class),
            row.getObject(2, OffsetDateTime.class).toInstant(), row.getLong(3), row.getInt(4),
            row.getString(5)))
        .list();
  }

  private static Webhook hook(ResultSet row) throws SQLException {
    return new Webhook(row.getObject(1, UUID.class), row.getString(2),
        List.of((String[]) row.getArray(3).getArray()), new AccountId(row.getObject(4, UUID.class)),
        row.getLong(5), row.getInt(6), row.getObject(7, OffsetDateTime.class).toInstant());
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
