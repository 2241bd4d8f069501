package io.safehand.server.custody.notices;

import io.safehand.core.person.CompanyId;
import io.safehand.core.rules.LegalPath;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.notices.Campaign.Undeliverable;
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

/** The rows of campaigns. Called inside a transaction of the company. */
@Component
final class CampaignRows {
  private static final String COLUMNS = """
      select campaign_id, deal_id, path, answer_until, zh_sha256, en_sha256, author, released_at, finished_at,
             settled_as, planned, sent, delivered, undeliverable, consented, objected from notices.campaign
      """;

  /** What a page of deliveries or answers adds to the counts. */
  record Counts(long planned, long sent, long delivered, long undeliverable, long consented, long objected) {
    static Counts told(long delivered, long undeliverable) {
      return new Counts(delivered + undeliverable, delivered + undeliverable, delivered, undeliverable, 0, 0);
    }

    static Counts answered(long consented, long objected) {
      return new Counts(0, 0, 0, 0, consented, objected);
    }
  }

  private final JdbcClient jdbc;

  CampaignRows(Storage storage) {
    this.jdbc = storage.jdbc();
  }

  void add(CompanyId company, CampaignId id, Notice notice, Account author, Instant at) {
    jdbc.sql(
        """
            insert into notices.campaign (company_id, campaign_id, deal_id, path, answer_until, zh, zh_sha256, en, en_sha256,
              author, drafted_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(company.value(), id.value(), notice.deal(), notice.path().name(), utc(notice.answerUntil()),
            notice.zh().json(), notice.zh().sha256(), notice.en().json(), notice.en().sha256(), author.who(),
            utc(at))
        .update();
  }

  /** The campaign, locked until the transaction ends, so that its counts stay true. */
  Optional<Campaign> lock(CompanyId company, CampaignId id) {
    return jdbc.sql(COLUMNS + " where company_id = ? and campaign_id = ? for update")
        .params(company.value(), id.value())
        .query(CampaignRows::campaign)
        .optional();
  }

  Optional<Campaign> find(CompanyId company, CampaignId id) {
    return jdbc.sql(COLUMNS + " where company_id = ? and campaign_id = ?")
        .params(company.value(), id.value())
        .query(CampaignRows::campaign)
        .optional();
  }

  List<Campaign> ofDeal(CompanyId company, UUID deal) {
    return jdbc.sql(COLUMNS + " where company_id = ? and deal_id = ? order by campaign_id")
        .params(company.value(), deal)
        .query(CampaignRows::campaign)
        .list();
  }

  /** The notice as it was drafted. */
  Notice notice(CompanyId company, Campaign campaign) {
    return jdbc.sql("select zh, en from notices.campaign where company_id = ? and campaign_id = ?")
        .params(company.value(), campaign.id().value())
        .query((row, n) -> new Notice(campaign.deal(), campaign.path(), campaign.answerUntil(),
            NoticeText.parse(row.getString(1)), NoticeText.parse(row.getString(2))))
        .single();
  }

  void release(CompanyId company, CampaignId id, Account approver, Instant at) {
    jdbc.sql(
        "update notices.campaign set approver = ?, released_at = ? where company_id = ? and campaign_id = ?")
        .params(approver.who(), utc(at), company.value(), id.value())
        .update();
  }

  void finish(CompanyId company, CampaignId id, Instant at) {
    jdbc.sql("update notices.campaign set finished_at = ? where company_id = ? and campaign_id = ?")
        .params(utc(at), company.value(), id.value())
        .update();
  }

  void settle(CompanyId company, CampaignId id, Undeliverable as, Account by, Instant at) {
    jdbc.sql("""
        update notices.campaign set settled_as = ?, settled_by = ?, settled_at = ?
         where company_id = ? and campaign_id = ?
        """).params(as.name(), by.who(), utc(at), company.value(), id.value()).update();
  }

  void count(CompanyId company, CampaignId id, Counts more) {
    jdbc.sql("""
        update notices.campaign set planned = planned + ?, sent = sent + ?, delivered = delivered + ?,
          undeliverable = undeliverable + ?, consented = consented + ?, objected = objected + ?
         where company_id = ? and campaign_id = ?
        """)
        .params(more.planned(), more.sent(), more.delivered(), more.undeliverable(), more.consented(),
            more.objected(), company.value(), id.value())
        .update();
  }

  private static Campaign campaign(ResultSet row, int number) throws SQLException {
    return new Campaign(new CampaignId(row.getObject(1, UUID.class)), row.getObject(2, UUID.class),
        LegalPath.valueOf(row.getString(3)), row.getObject(4, OffsetDateTime.class).toInstant(),
        row.getString(5), row.getString(6), row.getString(7), instant(row, 8), instant(row, 9),
        Optional.ofNullable(row.getString(10)).map(Undeliverable::valueOf), row.getLong(11), row.getLong(12),
        row.getLong(13), row.getLong(14), row.getLong(15), row.getLong(16));
  }

  private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
