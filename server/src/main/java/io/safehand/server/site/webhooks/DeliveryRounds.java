package io.safehand.server.site.webhooks;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.start.Settings;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every few seconds whether something is to be sent; any node may, a place is claimed by its row. */
@Component
final class DeliveryRounds implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryRounds.class);

  private final Delivering delivering;
  private final Ledger ledger;
  private final Keys keys;
  private final int seconds;
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

  private void round() {
    try {
      if (keys.isOpen()) {
        for (CompanyId company : ledger.companies()) {
          delivering.run(company);
        }
      }
    } catch (RuntimeException failed) {
      LOG.warn("a round of webhooks failed: {}", failed.getClass().getSimpleName());
    }
  }
}
