package io.safehand.server.deal.deals;

import io.safehand.core.person.CompanyId;
import io.safehand.core.rules.Stage;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.decisions.MatterId;
import io.safehand.server.base.storage.Storage;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of deals, proposals and passed gates. Called inside a transaction of the seller. */
@Component
final class DealRows {
  private static final String COLUMNS = """
      select deal_id, type, asset_mode, code_name, company_id, buyer_id, exclude_objectors, exclude_unnotified,
             details_change, objection_days, notice_days, stage, stage_since, opened_at, overrides, control_changed_at
        from deals.deal where company_id = ?""";

  private final JdbcClient jdbc;

  DealRows(Storage storage) {
    this.jdbc = storage.jdbc();
  }

  void add(DealId id, DealTerms terms, Account by, Instant at) {
    jdbc.sql(
        """
            insert into deals.deal (company_id, deal_id, type, asset_mode, code_name, buyer_id, exclude_objectors,
              exclude_unnotified, details_change, objection_days, notice_days, stage, stage_since, opened_at, opened_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(terms.seller().value(), id.value(), terms.type().name(), terms.assetMode().name(),
            terms.codeName())
        .param(terms.buyer().map(CompanyId::value).orElse(null))
        .params(terms.excludeObjectors(), terms.excludeUnnotified(), terms.detailsChange(),
            terms.objectionDays(), terms.noticeDays(), Stage.PREPARATION.name(), utc(at), utc(at), by.who())
        .update();
  }

  Optional<Deal> find(CompanyId company, DealId id) {
    return jdbc.sql(COLUMNS + " and deal_id = ?")
        .params(company.value(), id.value())
        .query(DealRows::deal)
        .optional();
  }

  /** The deal, locked until the transaction ends. */
  Optional<Deal> lock(CompanyId company, DealId id) {
    return jdbc.sql(COLUMNS + " and deal_id = ? for update")
        .params(company.value(), id.value())
        .query(DealRows::deal)
        .optional();
  }

  List<Deal> all(CompanyId company) {
    return jdbc.sql(COLUMNS + " order by deal_id").param(company.value()).query(DealRows::deal).list();
  }

  /** The deals that the account is assigned to. */
  List<Deal> assigned(CompanyId company, AccountId account) {
    return jdbc.sql(COLUMNS + """
         and deal_id in (select deal_id from deals.assigned where company_id = ? and account_id = ?)
         order by deal_id
        """).params(company.value(), company.value(), account.value()).query(DealRows::deal).list();
  }

  boolean isAssigned(CompanyId company, DealId id, AccountId account) {
    return jdbc.sql("select 1 from deals.assigned where company_id = ? and deal_id = ? and account_id = ?")
        .params(company.value(), id.value(), account.value())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  List<AccountId> people(CompanyId company, DealId id) {
    return jdbc
        .sql(
            "select account_id from deals.assigned where company_id = ? and deal_id = ? order by assigned_at")
        .params(company.value(), id.value())
        .query(UUID.class)
        .list()
        .stream()
        .map(AccountId::new)
        .toList();
  }

  /** False when the account knows of it already. */
  boolean assign(CompanyId company, DealId id, AccountId whom, AccountId by, Instant at) {
    return jdbc.sql("""
        insert into deals.assigned (company_id, deal_id, account_id, assigned_by, assigned_at)
        values (?, ?, ?, ?, ?) on conflict do nothing
        """).params(company.value(), id.value(), whom.value(), by.value(), utc(at)).update() == 1;
  }

  void move(CompanyId company, DealId id, Stage to, Instant at, int overridden) {
    jdbc.sql(
        """
            update deals.deal set stage = ?, stage_since = ?, overrides = overrides + ? where company_id = ? and deal_id = ?
            """)
        .params(to.name(), utc(at), overridden, company.value(), id.value())
        .update();
  }

  void nameBuyer(CompanyId company, DealId id, CompanyId buyer) {
    jdbc.sql("update deals.deal set buyer_id = ? where company_id = ? and deal_id = ?")
        .params(buyer.value(), company.value(), id.value())
        .update();
  }

  void propose(CompanyId company, DealId id, MatterId matter, byte[] content) {
    jdbc.sql("insert into deals.control (company_id, deal_id, matter_id, content) values (?, ?, ?, ?)")
        .params(company.value(), id.value(), matter.value(), new String(content, StandardCharsets.UTF_8))
        .update();
  }

  Optional<ControlChanges.Proposed> proposed(CompanyId company, DealId id) {
    return jdbc.sql("""
        select matter_id, content from deals.control
         where company_id = ? and deal_id = ? order by matter_id desc limit 1
        """)
        .params(company.value(), id.value())
        .query((row, number) -> new ControlChanges.Proposed(new MatterId(row.getObject(1, UUID.class)),
            ChangeOfControl.parse(row.getString(2).getBytes(StandardCharsets.UTF_8))))
        .optional();
  }

  void changeControl(CompanyId company, DealId id, Instant at) {
    jdbc.sql("update deals.deal set control_changed_at = ? where company_id = ? and deal_id = ?")
        .params(utc(at), company.value(), id.value())
        .update();
  }

  void pass(CompanyId company, DealId id, Collection<GateView> gates, MatterId by, Instant at) {
    for (GateView gate : gates) {
      jdbc.sql("""
          insert into deals.passage (company_id, deal_id, gate, stage, state, overridden, matter_id, at)
          values (?, ?, ?, ?, ?, ?, ?, ?)
          """)
          .params(company.value(), id.value(), gate.gate(), gate.stage().name(), gate.state().name(),
              gate.overridden(), by.value(), utc(at))
          .update();
    }
  }

  /** The gates that were passed by override. */
  Set<String> overridden(CompanyId company, DealId id) {
    return overrides(company, id).keySet();
  }

  Map<String, Deals.Overriding> overrides(CompanyId company, DealId id) {
    Map<String, Deals.Overriding> found = new HashMap<>();
    jdbc.sql(
        "select gate, matter_id, at from deals.passage where company_id = ? and deal_id = ? and overridden")
        .params(company.value(), id.value())
        .query(row -> {
          found.put(row.getString(1), new Deals.Overriding(new MatterId(row.getObject(2, UUID.class)),
              row.getObject(3, OffsetDateTime.class).toInstant()));
        });
    return found;
  }

  private static Deal deal(ResultSet row, int number) throws SQLException {
    DealTerms terms = new DealTerms(DealType.valueOf(row.getString(2)),
        DealTerms.AssetMode.valueOf(row.getString(3)), row.getString(4),
        new CompanyId(row.getObject(5, UUID.class)),
        Optional.ofNullable(row.getObject(6, UUID.class)).map(CompanyId::new), row.getBoolean(7),
        row.getBoolean(8), row.getBoolean(9), row.getInt(10), row.getInt(11));
    return new Deal(new DealId(row.getObject(1, UUID.class)), terms, Stage.valueOf(row.getString(12)),
        row.getObject(13, OffsetDateTime.class).toInstant(),
        row.getObject(14, OffsetDateTime.class).toInstant(), row.getInt(15),
        Optional.ofNullable(row.getObject(16, OffsetDateTime.class)).map(OffsetDateTime::toInstant));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
