package io.safehand.server.custody.notices;

import io.safehand.core.inventory.Purpose;
import io.safehand.core.person.CompanyId;
import io.safehand.core.rules.LegalPath;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.notices.Campaign.Undeliverable;
import io.safehand.server.custody.notices.NoticeText.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of campaigns. Called inside a transaction of the company. */
@Component
final class CampaignRows {
  private static final String COLUMNS = """
      select campaign_id, deal_id, path, answer_until, zh_sha256, en_sha256, author, released_at, finished_at,
             cancelled_at, settled_as, unanswered, consenting, language, channels, per_minute from notices.campaign
      """;

  private final JdbcClient jdbc;
  private final TallyRows tallies;

  CampaignRows(Storage storage, TallyRows tallies) {
    this.jdbc = storage.jdbc();
    this.tallies = tallies;
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
        .query((row, n) -> campaign(row))
        .optional()
        .map(bare -> counted(company, bare));
  }

  Optional<Campaign> find(CompanyId company, CampaignId id) {
    return jdbc.sql(COLUMNS + " where company_id = ? and campaign_id = ?")
        .params(company.value(), id.value())
        .query((row, n) -> campaign(row))
        .optional()
        .map(bare -> counted(company, bare));
  }

  List<Campaign> ofDeal(CompanyId company, UUID deal) {
    return jdbc.sql(COLUMNS + " where company_id = ? and deal_id = ? order by campaign_id")
        .params(company.value(), deal)
        .query((row, n) -> campaign(row))
        .list()
        .stream()
        .map(bare -> counted(company, bare))
        .toList();
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

  void plan(CompanyId company, CampaignId id, Plan plan) {
    jdbc.sql("""
        update notices.campaign set unanswered = ?, consenting = ?, language = ?, channels = ?, per_minute = ?
         where company_id = ? and campaign_id = ?
        """)
        .param(plan.segment().unanswered())
        .param(plan.segment().consenting().map(Purpose::code).orElse(null))
        .param(plan.segment().language().map(Language::name).orElse(null))
        .param(plan.channels().stream().map(Channel::name).collect(Collectors.joining(" ")))
        .param(plan.perMinute())
        .param(company.value())
        .param(id.value())
        .update();
  }

  void cancel(CompanyId company, CampaignId id, Instant at) {
    jdbc.sql("update notices.campaign set cancelled_at = ? where company_id = ? and campaign_id = ?")
        .params(utc(at), company.value(), id.value())
        .update();
  }

  private static Campaign campaign(ResultSet row) throws SQLException {
    CampaignId id = new CampaignId(row.getObject(1, UUID.class));
    return new Campaign(id, row.getObject(2, UUID.class), LegalPath.valueOf(row.getString(3)),
        row.getObject(4, OffsetDateTime.class).toInstant(), row.getString(5), row.getString(6),
        row.getString(7), instant(row, 8), instant(row, 9), instant(row, 10),
        Optional.ofNullable(row.getString(11)).map(Undeliverable::valueOf), plan(row),
        new Campaign.Counts(Map.of()));
  }

  private Campaign counted(CompanyId company, Campaign bare) {
    return new Campaign(bare.id(), bare.deal(), bare.path(), bare.answerUntil(), bare.zhSha256(),
        bare.enSha256(), bare.author(), bare.releasedAt(), bare.finishedAt(), bare.cancelledAt(),
        bare.settled(), bare.plan(), tallies.of(company, bare.id()));
  }

  private static Plan plan(ResultSet row) throws SQLException {
    Plan.Segment segment = new Plan.Segment(row.getBoolean(12),
        Optional.ofNullable(row.getString(13)).map(Purpose::new),
        Optional.ofNullable(row.getString(14)).map(Language::valueOf));
    return new Plan(segment, Stream.of(row.getString(15).split(" ")).map(Channel::valueOf).toList(),
        row.getInt(16));
  }

  private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
