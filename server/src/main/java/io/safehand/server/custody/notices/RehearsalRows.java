package io.safehand.server.custody.notices;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.storage.Storage;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What the last dry run of a campaign found. Called inside a transaction of the company. */
@Component
final class RehearsalRows {
  private final Storage storage;

  RehearsalRows(Storage storage) {
    this.storage = storage;
  }

  void put(CompanyId company, CampaignId campaign, SortedMap<String, Long> people, Instant at) {
    storage.jdbc()
        .sql("delete from notices.rehearsal where company_id = ? and campaign_id = ?")
        .params(company.value(), campaign.value())
        .update();
    for (Map.Entry<String, Long> count : people.entrySet()) {
      storage.jdbc()
          .sql(
              "insert into notices.rehearsal (company_id, campaign_id, what, people, at) values (?, ?, ?, ?, ?)")
          .params(company.value(), campaign.value(), count.getKey(), count.getValue(),
              at.atOffset(ZoneOffset.UTC))
          .update();
    }
  }

  Optional<Rehearsal> find(CompanyId company, CampaignId campaign) {
    SortedMap<String, Long> people = new TreeMap<>();
    Optional<Instant> at = storage.jdbc()
        .sql("select what, people, at from notices.rehearsal where company_id = ? and campaign_id = ?")
        .params(company.value(), campaign.value())
        .query((row, n) -> {
          people.put(row.getString(1), row.getLong(2));
          return row.getObject(3, OffsetDateTime.class).toInstant();
        })
        .list()
        .stream()
        .findFirst();
    return at.map(when -> new Rehearsal(when, people));
  }
}
