package io.safehand.server.custody.notices;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.storage.Storage;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Counts of people by delivery and answer. Each count lies in a few rows and a thread keeps to one of them, so that acts
 * of one moment seldom wait for each other; rows are written in one order, so that they never do so in a circle. Called
 * inside a transaction of the company.
 */
@Component
final class TallyRows {
  private static final int SHARDS = 16;

  private final Storage storage;

  TallyRows(Storage storage) {
    this.storage = storage;
  }

  /** Once in a transaction. */
  void add(CompanyId company, CampaignId campaign, Tally tally) {
    int shard = (int) Long.remainderUnsigned(Thread.currentThread().threadId(), SHARDS);
    for (Map.Entry<Integer, Long> change : tally.changes().entrySet()) {
      storage.jdbc()
          .sql(
              """
                  insert into notices.tally (company_id, campaign_id, what, shard, people) values (?, ?, ?, ?, ?)
                  on conflict (company_id, campaign_id, what, shard) do update set people = tally.people + excluded.people
                  """)
          .params(company.value(), campaign.value(), change.getKey(), shard, change.getValue())
          .update();
    }
  }

  Campaign.Counts of(CompanyId company, CampaignId campaign) {
    Map<Integer, Long> counts = new HashMap<>();
    storage.jdbc()
        .sql(
            "select what, sum(people) from notices.tally where company_id = ? and campaign_id = ? group by what")
        .params(company.value(), campaign.value())
        .query(row -> {
          counts.put(row.getInt(1), row.getLong(2));
        });
    return new Campaign.Counts(counts);
  }
}
