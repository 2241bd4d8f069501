package io.safehand.bench;

import io.safehand.core.inventory.Purpose;
import io.safehand.core.person.PersonalText;
import io.safehand.core.rules.LegalPath;
import io.safehand.server.base.messages.MailServer;
import io.safehand.server.base.messages.Mails;
import io.safehand.server.base.runs.Run;
import io.safehand.server.base.runs.Runs;
import io.safehand.server.custody.notices.Campaign;
import io.safehand.server.custody.notices.CampaignId;
import io.safehand.server.custody.notices.Campaigns;
import io.safehand.server.custody.notices.Channel;
import io.safehand.server.custody.notices.Notice;
import io.safehand.server.custody.notices.NoticePart;
import io.safehand.server.custody.notices.NoticeText;
import io.safehand.server.custody.notices.Notices;
import io.safehand.server.custody.notices.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A campaign by mail, from its start until the last outcome is durable: addresses opened, ledger lines written, a link and
 * a proof for each person, into a mail server that keeps nothing.
 */
final class NoticesMeasure implements Measure {
  private static final double WANTED = 2_000;
  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(5);

  @Override
  public void measure(Ground ground, Report report) throws Exception {
    Staffed company = Staffed.found(ground.product());
    company.take(ground.customers().file(ground.people()));
    try (SmtpSink sink = new SmtpSink()) {
      boolean set = ground.product()
          .door(Mails.class)
          .set(company.founders().administrator(),
              new MailServer("127.0.0.1", sink.port(), MailServer.Security.NONE, "", "notices@bench.example"),
              PersonalText.of(""));
      if (!set) {
        throw new IllegalStateException("the mail server was refused");
      }
      List<Figures> figures = Timing.inTurns(ground.rounds(),
          List.of(() -> perSecond(ground, company, sink)));
      report.line("notices, a campaign by mail", "mails/s", figures.getFirst(), "limit", Figures.of(WANTED),
          Goal.atLeast(1));
    }
  }

  private static double perSecond(Ground ground, Staffed company, SmtpSink sink) throws Exception {
    Campaigns campaigns = ground.product().door(Campaigns.class);
    CampaignId campaign = released(ground, company);
    long before = sink.taken();
    double seconds = Timing.seconds(() -> {
      UUID run = campaigns.start(company.officer(), campaign).orElseThrow();
      while (state(ground, company, run) == Run.State.RUNNING) {
        LockSupport.parkNanos(LOOK);
      }
    });
    Campaign sent = ground.product().door(Notices.class).campaign(company.company(), campaign).orElseThrow();
    if (sent.reached() == 0 || sent.reached() != sink.taken() - before) {
      throw new IllegalStateException("not every mail has its proof");
    }
    return sent.reached() / seconds;
  }

  private static Run.State state(Ground ground, Staffed company, UUID run) {
    return ground.product().door(Runs.class).find(company.company(), run).orElseThrow().state();
  }

  /** To those whose consent lets their mail address be used; nobody else is looked at. */
  private static CampaignId released(Ground ground, Staffed company) {
    Notices notices = ground.product().door(Notices.class);
    Notice notice = new Notice(UUID.randomUUID(), LegalPath.SUCCESSION_22,
        Instant.now().plus(Duration.ofDays(15)), text(NoticeText.Language.ZH), text(NoticeText.Language.EN));
    CampaignId campaign = notices.draft(company.company(), notice, company.officer());
    notices.release(company.company(), campaign, company.lawyer());
    ground.product()
        .door(Campaigns.class)
        .plan(company.officer(), campaign,
            new Plan(new Plan.Segment(false, Optional.of(new Purpose("marketing")), Optional.empty()),
                List.of(Channel.MAIL), 0));
    return campaign;
  }

  private static NoticeText text(NoticeText.Language language) {
    Map<NoticePart, String> parts = new EnumMap<>(NoticePart.class);
    for (NoticePart part : NoticePart.values()) {
      parts.put(part, "海棠家政 " + part.code() + " 个人信息的处理者将发生变化");
    }
    return new NoticeText(language, parts);
  }
}
