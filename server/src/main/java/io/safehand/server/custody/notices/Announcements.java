package io.safehand.server.custody.notices;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.storage.Storage;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Notices that everybody may read, because they could not be brought to each person; they name nobody. */
@Component
public final class Announcements {
  private final Storage storage;
  private final CampaignRows campaigns;

  Announcements(Storage storage, CampaignRows campaigns) {
    this.storage = storage;
    this.campaigns = campaigns;
  }

  /** The announced notice; empty for one that was not, as for one that is not there. */
  public Optional<Notice> find(UUID campaign) {
    Optional<CompanyId> company = storage.inNone(() -> storage.jdbc()
        .sql("select company_id from notices.announced where campaign_id = ?")
        .param(campaign)
        .query((row, n) -> new CompanyId(row.getObject(1, UUID.class)))
        .optional());
    return company.flatMap(of -> storage.in(of,
        () -> campaigns.find(of, new CampaignId(campaign)).map(found -> campaigns.notice(of, found))));
  }

  /** Called inside a transaction of the company. */
  void announce(CompanyId company, CampaignId campaign) {
    storage.jdbc()
        .sql("insert into notices.announced (campaign_id, company_id) values (?, ?) on conflict do nothing")
        .params(campaign.value(), company.value())
        .update();
  }
}
