package io.safehand.server.site.webhooks;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.start.Settings;
import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks every few seconds whether something is to be sent; any node may, a place is claimed by its row. Each company's
 * places are called by a thread of its own: one that answers slowly, or never, delays no other company.
 */
@Component
final class DeliveryRounds implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryRounds.class);

  private final Delivering delivering;
  private final Ledger ledger;
  private final Keys keys;
  private final int seconds;
  private final Set<CompanyId> underWay = ConcurrentHashMap.newKeySet();
  private final BlockingQueue<Boolean> stop = new LinkedBlockingQueue<>();
  private volatile boolean running;

  DeliveryRounds(Delivering delivering, Ledger ledger, Keys keys, Settings.Webhooks settings) {
    this.delivering = delivering;
    this.ledger = ledger;
    this.keys = keys;
    this.seconds = settings.seconds();
  }

  @Override
  public void start() {
    running = seconds > 0;
    if (running) {
      Thread.ofVirtual().name("webhooks").start(this::work);
    }
  }

  @Override
  @PreDestroy
  public void stop() {
    running = false;
    stop.add(true);
  }

  @Override
  public boolean isPauseable() {
    return false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void work() {
    try {
      while (stop.poll(seconds, TimeUnit.SECONDS) == null) {
        round();
      }
    } catch (InterruptedException nobodyDoes) {
      running = false;
    }
  }

  /** Begins what is due, and waits for nobody's answer. */
  void round() {
    saying(() -> {
      if (keys.isOpen()) {
        ledger.companies().forEach(company -> saying(() -> begin(company)));
      }
    });
  }

  private void begin(CompanyId company) {
    if (!underWay.contains(company)) {
      delivering.claim(company).ifPresent(first -> {
        underWay.add(company);
        Thread.ofVirtual().name("webhooks of a company").start(() -> {
          saying(() -> delivering.run(company, first));
          underWay.remove(company);
        });
      });
    }
  }

  private static void saying(Runnable part) {
    try {
      part.run();
    } catch (RuntimeException failed) {
      LOG.warn("a round of webhooks failed: {}", failed.getClass().getSimpleName());
    }
  }
}
