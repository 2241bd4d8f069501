package io.safehand.server.base.runs;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.ledger.Ledger;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets every {@link Round} go for every company, each minute while the server is unsealed; with nobody signed in. */
@Component
public final class Rounds implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private final ObjectProvider<Round> rounds;
  private final Ledger ledger;
  private final Keys keys;
  private Optional<ScheduledExecutorService> timer = Optional.empty();

  Rounds(ObjectProvider<Round> rounds, Ledger ledger, Keys keys) {
    this.rounds = rounds;
    this.ledger = ledger;
    this.keys = keys;
  }

  /** One turn now; what fails is tried again at the next, and holds nothing else up. */
  public void go() {
    if (keys.isOpen()) {
      List<Round> all = rounds.orderedStream().toList();
      for (CompanyId company : ledger.companies()) {
        all.forEach(round -> attempt(round, company));
      }
    }
  }

  private static void attempt(Round round, CompanyId company) {
    try {
      round.go(company);
    } catch (RuntimeException broken) {
      LOG.warn("{} goes again in a minute: {}", round.getClass().getSimpleName(),
          broken.getClass().getSimpleName());
    }
  }

  private void turn() {
    try {
      go();
    } catch (RuntimeException broken) {
      LOG.warn("the round of this minute was left out: {}", broken.getClass().getSimpleName());
    }
  }

  @Override
  public synchronized void start() {
    ScheduledExecutorService each = Executors
        .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("rounds").factory());
    each.scheduleWithFixedDelay(this::turn, 1, 1, TimeUnit.MINUTES);
    timer = Optional.of(each);
  }

  @Override
  public synchronized void stop() {
    timer.ifPresent(ScheduledExecutorService::shutdownNow);
    timer = Optional.empty();
  }

  @Override
  public synchronized boolean isRunning() {
    return timer.isPresent();
  }
}
