package io.safehand.server.custody.notices;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.runs.Run;
import io.safehand.server.base.runs.Runs;
import io.safehand.server.base.standing.Facts;
import io.safehand.server.base.storage.Storage;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * A notice going out: planned, tried without sending, sent, paused, gone on with, given up. Nobody is sent it twice by
 * this; who may have got it when a process ended is in doubt until somebody decides. Every act writes its line and asks
 * for an officer or a lawyer, else {@link io.safehand.server.base.access.NotAllowed}. May be used by many threads.
 */
@Component
public final class Campaigns {
  private static final String SUBJECT = "notice/";

  private final Storage storage;
  private final Ledger ledger;
  private final Facts facts;
  private final Access access;
  private final Register register;
  private final RehearsalRows rehearsals;
  private final Runs runs;
  private final Clock clock;

  Campaigns(Storage storage, Ledger ledger, Facts facts, Access access, Register register,
      RehearsalRows rehearsals, Runs runs, Clock clock) {
    this.storage = storage;
    this.ledger = ledger;
    this.facts = facts;
    this.access = access;
    this.register = register;
    this.rehearsals = rehearsals;
    this.runs = runs;
    this.clock = clock;
  }

  /** Says to whom the notice goes and how; false once anybody was sent it. */
  public boolean plan(Account by, CampaignId id, Plan plan) {
    return act(by, id, campaign -> {
      boolean before = campaign.planned() == 0;
      if (before) {
        register.campaigns().plan(by.company(), id, plan);
        write(by, campaign,
            Json.object()
                .with("step", "planned")
                .with("channels",
                    plan.channels().stream().map(Channel::code).collect(Collectors.joining(" ")))
                .with("perMinute", plan.perMinute()));
      }
      return before;
    });
  }

  /** Begins a dry run; empty while one goes on. */
  public Optional<UUID> rehearse(Account by, CampaignId id) {
    return act(by, id, campaign -> runs.begin(by, RehearseRun.CODE, SUBJECT + id));
  }

  public Optional<Rehearsal> rehearsal(CompanyId company, CampaignId id) {
    return storage.in(company, () -> rehearsals.find(company, id));
  }

  /** Sends, or goes on; empty when it is being sent, is not released, or was given up. */
  public Optional<UUID> start(Account by, CampaignId id) {
    return act(by, id, campaign -> {
      if (campaign.releasedAt().isEmpty() || campaign.cancelledAt().isPresent()) {
        return Optional.empty();
      }
      Optional<UUID> begun = runs.begin(by, SendRun.CODE, SUBJECT + id);
      begun.ifPresent(run -> write(by, campaign, Json.object().with("step", "begun")));
      return begun;
    });
  }

  /** Stops behind the batches that are on their way; false when nothing is being sent. */
  public boolean pause(Account by, CampaignId id) {
    return act(by, id, campaign -> {
      boolean stopped = sending(by.company(), id)
          .filter(run -> runs.cancel(by.company(), SUBJECT + id, run.id()))
          .isPresent();
      if (stopped) {
        write(by, campaign, Json.object().with("step", "paused"));
      }
      return stopped;
    });
  }

  /** Gives the rest up for good. */
  public void cancel(Account by, CampaignId id) {
    act(by, id, campaign -> {
      sending(by.company(), id).ifPresent(run -> runs.cancel(by.company(), SUBJECT + id, run.id()));
      if (campaign.cancelledAt().isEmpty()) {
        register.campaigns().cancel(by.company(), id, clock.instant());
        write(by, campaign, Json.object().with("step", "cancelled"));
      }
      return true;
    });
  }

  /** The runs of a campaign, newest first. */
  public List<Run> runs(CompanyId company, CampaignId id) {
    return runs.of(company, SUBJECT + id);
  }

  /** Whether it is being sent now. */
  public Optional<Run> sending(CompanyId company, CampaignId id) {
    return runs(company, id).stream()
        .filter(run -> run.kind().equals(SendRun.CODE) && !run.state().isOver())
        .findFirst();
  }

  /** The people at this delivery, by id, behind this one. */
  public List<PersonId> people(CompanyId company, CampaignId id, Delivery delivery, Optional<PersonId> after,
      int most) {
    return storage.in(company, () -> register.told().at(company, id, delivery, after, most));
  }

  /**
   * Decides about everybody in doubt: they got it, or it goes to them again when the campaign goes on. Returns how many
   * they were.
   */
  public int settleDoubt(Account by, CampaignId id, boolean sent) {
    return act(by, id, campaign -> {
      Delivery to = sent ? Delivery.SENT : Delivery.PLANNED;
      facts.changed(by.company());
      int people = register.told().moveAll(by.company(), id, Delivery.IN_DOUBT, to, clock.instant());
      register.tallies().add(by.company(), id, new Tally().moved(Delivery.IN_DOUBT, to, people));
      write(by, campaign,
          Json.object().with("step", "doubt-settled").with("sent", sent).with("people", people));
      return people;
    });
  }

  static CampaignId id(Run run) {
    return new CampaignId(UUID.fromString(run.subject().substring(SUBJECT.length())));
  }

  private interface Work<T> {
    T on(Campaign campaign);
  }

  private <T> T act(Account by, CampaignId id, Work<T> work) {
    return storage.in(by.company(), () -> {
      access.require(by.company(), by, Role.SELLER_OFFICER, Role.SELLER_LAWYER);
      return work.on(register.campaigns()
          .lock(by.company(), id)
          .orElseThrow(() -> new IllegalArgumentException("no such campaign")));
    });
  }

  private void write(Account by, Campaign campaign, Json.Object step) {
    ledger.write(by.company(),
        ledger.line(by.who(), Act.NOTICE_SENT)
            .inDeal(campaign.deal().toString())
            .with(step.with("campaign", campaign.id().toString())));
  }
}
