package io.safehand.server.deal.leaving;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.Storage;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Erases what nobody took in time: each minute, and before anybody is told how a copy stands. */
@Component
final class Expiring implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Expiring.class);
  private static final Set<Copy.State> WAITING = Set.of(Copy.State.WRITING, Copy.State.READY);

  private final Storage storage;
  private final CopyRows rows;
  private final CopyFolder folder;
  private final Ledger ledger;
  private final Keys keys;
  private final Clock clock;
  private Optional<ScheduledExecutorService> timer = Optional.empty();

  Expiring(Storage storage, CopyRows rows, CopyFolder folder, Ledger ledger, Keys keys, Clock clock) {
    this.storage = storage;
    this.rows = rows;
    this.folder = folder;
    this.ledger = ledger;
    this.keys = keys;
    this.clock = clock;
  }

  void sweep(CompanyId company) {
    for (Copy copy : storage.in(company, () -> rows.expired(company, clock.instant()))) {
      storage.run(company, () -> {
        if (rows.expired(company, copy.id())) {
          ledger.write(company, copy.holder().toString(), Act.COPY_EXPIRED,
              Json.object().with("copy", copy.id().toString()));
        }
      });
    }
    folder.all(company).stream().filter(id -> isOver(company, id)).forEach(id -> folder.erase(company, id));
  }

  /** Also what was being taken when the server stopped. */
  private boolean isOver(CompanyId company, CopyId id) {
    return storage.in(company, () -> rows.find(company, id))
        .filter(copy -> WAITING.contains(copy.state()))
        .isEmpty();
  }

  private void sweepAll() {
    try {
      if (keys.isOpen()) {
        ledger.companies().forEach(this::sweep);
      }
    } catch (RuntimeException broken) {
      LOG.warn("copies are looked through again in a minute: {}", broken.getClass().getSimpleName());
    }
  }

  @Override
  public synchronized void start() {
    ScheduledExecutorService each = Executors
        .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("copies-expire").factory());
    each.scheduleWithFixedDelay(this::sweepAll, 1, 1, TimeUnit.MINUTES);
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
