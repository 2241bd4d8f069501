package io.safehand.server.custody.notices;

import io.safehand.core.inventory.FieldRule;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.LegalPath;
import io.safehand.core.rules.PersonFacts.TransferAnswer;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.standing.Facts;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.consent.ConsentMethod;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.notices.Campaign.Undeliverable;
import io.safehand.server.custody.records.Vaults;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Notices to customers about a deal. A notice goes out only when it says what it must and somebody else than its author
 * released it; whom it reached is kept apart from what they answer.
 *
 * <p>What is sent is sent by {@link Campaigns}; what is written here as delivered, staff attest. Every call joins the caller's transaction or makes its own, and writes its ledger line with it; who has no role for it gets
 * {@link io.safehand.server.base.access.NotAllowed}. May be used by many threads.
 */
@Component
public final class Notices {
  private final Storage storage;
  private final Ledger ledger;
  private final Facts facts;
  private final Access access;
  private final Inventories inventories;
  private final CampaignRows campaigns;
  private final ToldRows told;
  private final TallyRows tallies;
  private final Announcements announcements;
  private final Vaults vaults;
  private final BusinessIds ids;
  private final Clock clock;

  Notices(Storage storage, Ledger ledger, Facts facts, Access access, Inventories inventories,
      CampaignRows campaigns, ToldRows told, TallyRows tallies, Announcements announcements, Vaults vaults,
      BusinessIds ids, Clock clock) {
    this.storage = storage;
    this.ledger = ledger;
    this.facts = facts;
    this.access = access;
    this.inventories = inventories;
    this.campaigns = campaigns;
    this.told = told;
    this.tallies = tallies;
    this.announcements = announcements;
    this.vaults = vaults;
    this.ids = ids;
    this.clock = clock;
  }

  /** Keeps a draft; its text does not change any more. Another text is another campaign. */
  public CampaignId draft(CompanyId company, Notice notice, Account author) {
    return storage.in(company, () -> {
      access.require(company, author, Role.SELLER_OFFICER, Role.SELLER_LAWYER);
      CampaignId id = new CampaignId(ids.next());
      campaigns.add(company, id, notice, author, clock.instant());
      write(company, author, notice.deal(), id,
          Json.object()
              .with("step", "drafted")
              .with("zh", notice.zh().sha256())
              .with("en", notice.en().sha256()));
      return id;
    });
  }

  /**
   * Lets the notice go out, unless it lacks something it must say.
   *
   * @throws IllegalArgumentException when its author would release it
   */
  public Release release(CompanyId company, CampaignId id, Account approver) {
    return storage.in(company, () -> {
      access.require(company, approver, Role.SELLER_OFFICER, Role.SELLER_LAWYER);
      Campaign campaign = locked(company, id);
      if (campaign.author().equals(approver.who())) {
        throw new IllegalArgumentException("a notice is released by somebody else than its author");
      }
      List<Notice.Missing> missing = campaigns.notice(company, campaign)
          .missing(sensitive(company, campaign.path()));
      if (!missing.isEmpty()) {
        return new Release.Refused(missing);
      }
      if (campaign.releasedAt().isEmpty()) {
        campaigns.release(company, id, approver, clock.instant());
        write(company, approver, campaign.deal(), id,
            Json.object()
                .with("step", "released")
                .with("zh", campaign.zhSha256())
                .with("en", campaign.enSha256()));
      }
      return new Release.Released();
    });
  }

  /** What a notice lacks before it can be released; empty once it was. */
  public List<Notice.Missing> missing(CompanyId company, CampaignId id) {
    return storage.in(company,
        () -> campaigns.find(company, id)
            .filter(campaign -> campaign.releasedAt().isEmpty())
            .map(campaign -> campaigns.notice(company, campaign).missing(sensitive(company, campaign.path())))
            .orElse(List.of()));
  }

  /** Records people whom staff told by hand; who was told before stays as they are. Returns how many were told now. */
  public int deliver(CompanyId company, CampaignId id, Set<PersonId> people, Account by) {
    return tell(company, id, people, Delivery.DELIVERED, by);
  }

  /** Records people whom the notice cannot reach, for want of an address. Returns how many were not known before. */
  public int undeliverable(CompanyId company, CampaignId id, Set<PersonId> people, Account by) {
    return tell(company, id, people, Delivery.UNDELIVERABLE, by);
  }

  /**
   * Says that everybody was told or found unreachable; from now on the periods run. Returns how many people of the
   * company the notice has not come to: only when that is nobody, it is finished.
   */
  public long finish(CompanyId company, CampaignId id, Account by) {
    return storage.in(company, () -> {
      access.require(company, by, Role.SELLER_OFFICER, Role.SELLER_LAWYER);
      Campaign campaign = released(company, id);
      long missed = Math.max(0, vaults.population(company).live() - told.known(company, campaign.deal()));
      if (missed == 0 && campaign.finishedAt().isEmpty()) {
        campaigns.finish(company, id, clock.instant());
        write(company, by, campaign.deal(), id,
            Json.object()
                .with("step", "finished")
                .with("delivered", campaign.delivered())
                .with("undeliverable", campaign.undeliverable())
                .with("coverage", campaign.coverage()));
      }
      return missed;
    });
  }

  /** Decides what happens about the undeliverable. */
  public void settle(CompanyId company, CampaignId id, Undeliverable as, Account by) {
    storage.run(company, () -> {
      access.require(company, by, Role.SELLER_OFFICER, Role.SELLER_LAWYER);
      Campaign campaign = released(company, id);
      campaigns.settle(company, id, as, by, clock.instant());
      if (as == Undeliverable.ANNOUNCED) {
        announcements.announce(company, id);
      }
      write(company, by, campaign.deal(), id,
          Json.object()
              .with("step", "settled")
              .with("as", as.name())
              .with("undeliverable", campaign.undeliverable()));
    });
  }

  /**
   * Records what people answered to a released notice; the last answer stands, earlier ones stay on record. A person
   * who was not reached may answer too.
   *
   * @param answer CONSENTED or OBJECTED
   */
  public void answer(CompanyId company, CampaignId id, Set<PersonId> people, TransferAnswer answer,
      ConsentMethod method, Account by) {
    storage.run(company, () -> {
      access.require(company, by, Role.SELLER_OFFICER, Role.SELLER_LAWYER, Role.STAFF);
      facts.changed(company);
      Campaign campaign = released(company, id);
      Instant now = clock.instant();
      TransferAnswer other = answer == TransferAnswer.CONSENTED
          ? TransferAnswer.OBJECTED
          : TransferAnswer.CONSENTED;
      long changed = told.standing(company, id, people, other);
      long fresh = people.size() - told.standing(company, id, people, answer);
      told.answer(company, id, people, answer, method, by.who(), now);
      boolean consented = answer == TransferAnswer.CONSENTED;
      tallies.add(company, id, new Tally().answered(answer, fresh).answered(other, -changed));
      write(company, by, consented ? Act.CONSENT_GIVEN : Act.CONSENT_OBJECTED, campaign.deal(), id,
          Json.object().with("people", people.size()).with("method", method.code()));
    });
  }

  /** Where the people stand with the deal. Meant for up to 4,096 people at a time. */
  public Map<PersonId, TransferAnswer> transferAnswers(CompanyId company, UUID deal,
      Collection<PersonId> people) {
    return storage.in(company, () -> told.answers(company, deal, people));
  }

  public Optional<Campaign> campaign(CompanyId company, CampaignId id) {
    return storage.in(company, () -> campaigns.find(company, id));
  }

  /** The campaigns of a deal, oldest first. */
  public List<Campaign> campaigns(CompanyId company, UUID deal) {
    return storage.in(company, () -> campaigns.ofDeal(company, deal));
  }

  private int tell(CompanyId company, CampaignId id, Set<PersonId> people, Delivery delivery, Account by) {
    return storage.in(company, () -> {
      access.require(company, by, Role.SELLER_OFFICER, Role.SELLER_LAWYER, Role.STAFF);
      facts.changed(company);
      Campaign campaign = released(company, id);
      Instant now = clock.instant();
      Tally tally = new Tally();
      Map<PersonId, Delivery> open = told.lock(company, id, people);
      open.values().removeIf(before -> !before.isOpenToStaff() || before == delivery);
      open.values().forEach(before -> tally.moved(before, delivery, 1));
      told.put(company, id, open.keySet(), delivery, Channel.HAND.code(), now);
      if (!open.isEmpty()) {
        tallies.add(company, id, tally);
        write(company, by, campaign.deal(), id,
            Json.object()
                .with("step", delivery == Delivery.DELIVERED ? "delivered" : "undeliverable")
                .with("people", open.size())
                .with("method", Channel.HAND.code()));
      }
      return open.size();
    });
  }

  private boolean sensitive(CompanyId company, LegalPath path) {
    return path == LegalPath.PROVISION_23
        && inventories.current(company).fields().stream().anyMatch(FieldRule::isSensitive);
  }

  private Campaign released(CompanyId company, CampaignId id) {
    Campaign campaign = locked(company, id);
    if (campaign.releasedAt().isEmpty()) {
      throw new IllegalStateException("the notice is not released");
    }
    return campaign;
  }

  private Campaign locked(CompanyId company, CampaignId id) {
    return campaigns.lock(company, id).orElseThrow(() -> new IllegalArgumentException("no such campaign"));
  }

  private void write(CompanyId company, Account by, UUID deal, CampaignId id, Json.Object details) {
    write(company, by, Act.NOTICE_SENT, deal, id, details);
  }

  private void write(CompanyId company, Account by, Act act, UUID deal, CampaignId id, Json.Object details) {
    ledger.write(company,
        ledger.line(by.who(), act).inDeal(deal.toString()).with(details.with("campaign", id.toString())));
  }
}
