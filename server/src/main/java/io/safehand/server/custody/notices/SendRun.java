package io.safehand.server.custody.notices;

import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.runs.Run;
import io.safehand.server.base.runs.RunKind;
import io.safehand.server.base.standing.Hold;
import io.safehand.server.base.standing.Subject;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Sends a notice to everybody it is meant for and who has not got it. Stopped anywhere it goes on where it was; whom it
 * was about to tell when it was killed is in doubt, and is not told again unless somebody decides so.
 */
@Component
final class SendRun implements RunKind {
  static final String CODE = "notices.send";
  private static final int LANES = 4;
  /** 256 people at most. */
  private static final int LEAVES_AT_ONCE = 4;

  private final Sendout.Parts parts;
  private final Access access;

  SendRun(Sendout.Parts parts, Access access) {
    this.parts = parts;
    this.access = access;
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public void go(Run run, Account by, Progress progress) throws Exception {
    access.require(run.company(), by, Role.SELLER_OFFICER, Role.SELLER_LAWYER);
    CampaignId id = Campaigns.id(run);
    boolean went = parts.storage().alone(run.company(), "notices/" + id, () -> {
      send(sendout(by, id), progress);
      return true;
    }).isPresent();
    if (!went) {
      throw new IOException("another node sends it");
    }
  }

  private Sendout sendout(Account by, CampaignId id) {
    return parts.storage().in(by.company(), () -> {
      Campaign campaign = parts.register().campaigns().find(by.company(), id).orElseThrow();
      if (campaign.releasedAt().isEmpty() || campaign.cancelledAt().isPresent()) {
        throw new Cannot("notices.closed", new IllegalStateException("not released, or cancelled"));
      }
      List<Channel> open = campaign.plan()
          .channels()
          .stream()
          .filter(channel -> isOpen(by, channel))
          .toList();
      return new Sendout(parts, campaign, by, parts.addressees().addresses(by.company(), open),
          parts.addressees().language(by.company()),
          new Wording(parts.register().campaigns().notice(by.company(), campaign), parts.messages()),
          Pace.of(campaign.plan().perMinute()));
    });
  }

  private boolean isOpen(Account by, Channel channel) {
    return switch (channel) {
      case MAIL -> parts.posts().hasMail(by.company());
      case SMS -> parts.posts().hasTexts(by.company());
      case HAND -> false;
    };
  }

  private void send(Sendout out, Progress progress) throws Exception {
    doubt(out);
    progress.of(parts.addressees().live(out.company()));
    int passes = 0;
    do {
      pass(out, progress);
      passes++;
    } while (at(out, Delivery.BOUNCED) > 0 && passes <= out.campaign().plan().channels().size());
    if (at(out, Delivery.PLANNED) > 0) {
      throw new IOException("a server did not take all");
    }
  }

  private long at(Sendout out, Delivery delivery) {
    return parts.storage()
        .in(out.company(), () -> parts.register().tallies().of(out.company(), out.campaign().id()))
        .of(delivery);
  }

  /** Nobody sends it now, so whoever is being sent to was so when a process ended. */
  private void doubt(Sendout out) {
    parts.storage().run(out.company(), () -> {
      CampaignId id = out.campaign().id();
      int people = parts.register()
          .told()
          .moveAll(out.company(), id, Delivery.SENDING, Delivery.IN_DOUBT, parts.clock().instant());
      if (people > 0) {
        parts.register()
            .tallies()
            .add(out.company(), id, new Tally().moved(Delivery.SENDING, Delivery.IN_DOUBT, people));
        out.write(out.details().with("step", "in-doubt").with("people", people));
      }
    });
  }

  private void pass(Sendout out, Progress progress) throws Exception {
    int end = parts.addressees().leaves(out.company());
    AtomicInteger next = new AtomicInteger();
    AtomicBoolean stopped = new AtomicBoolean();
    AtomicLong seen = new AtomicLong();
    Callable<Boolean> lane = () -> {
      try (Lane own = new Lane(out)) {
        for (int leaf = take(next); leaf < end && !stopped.get(); leaf = take(next)) {
          requireFree(out);
          own.send(leaf, Math.min(LEAVES_AT_ONCE, end - leaf));
          progress.reached(seen.addAndGet(64L * LEAVES_AT_ONCE));
        }
        return true;
      } catch (Exception broken) {
        stopped.set(true);
        throw broken;
      }
    };
    try (ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> all = IntStream.range(0, LANES).mapToObj(i -> lanes.submit(lane)).toList();
      for (Future<Boolean> one : all) {
        one.get();
      }
    } catch (ExecutionException broken) {
      throw broken.getCause() instanceof Exception cause ? cause : broken;
    }
  }

  private static int take(AtomicInteger next) {
    return next.getAndAdd(LEAVES_AT_ONCE);
  }

  /** A hold on who sends, on the company or on the deal stops it at the next batch. */
  private void requireFree(Sendout out) {
    boolean held = parts.standing()
        .ask(out.company(), Hold.Effect.FREEZE, Subject.of(out.by().id()), Subject.of(out.company()),
            Subject.deal(out.campaign().deal()))
        .isPresent();
    if (held) {
      throw new Cannot("standing.held", new IllegalStateException("held"));
    }
  }
}
