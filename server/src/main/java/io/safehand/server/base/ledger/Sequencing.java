package io.safehand.server.base.ledger;

import io.safehand.core.person.CompanyId;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Numbers lines in the background: soon after they are committed, many at once. Running twice changes nothing. */
@Component("ledger")
final class Sequencing implements HealthIndicator {
  private static final Logger LOG = LoggerFactory.getLogger(Sequencing.class);
  private static final Duration GATHER = Duration.ofMillis(200);
  private static final Duration RETRY = Duration.ofSeconds(5);

  private final Sequencer sequencer;
  private final Signer signer;
  private final BlockingQueue<CompanyId> queue = new LinkedBlockingQueue<>();
  private final Set<CompanyId> queued = ConcurrentHashMap.newKeySet();
  private final Set<CompanyId> failing = ConcurrentHashMap.newKeySet();
  private final Thread worker = Thread.ofVirtual().name("ledger").unstarted(this::work);

  Sequencing(Sequencer sequencer, Signer signer) {
    this.sequencer = sequencer;
    this.signer = signer;
  }

  void soon(CompanyId company) {
    if (queued.add(company)) {
      queue.add(company);
    }
  }

  @PostConstruct
  void start() {
    worker.start();
  }

  @PreDestroy
  void stop() throws InterruptedException {
    worker.interrupt();
    worker.join(Duration.ofSeconds(20));
  }

  @Override
  public Health health() {
    return failing.isEmpty() ? Health.up().build() : Health.down().build();
  }

  private void work() {
    try {
      while (true) {
        CompanyId company = queue.take();
        Thread.sleep(GATHER);
        queued.remove(company);
        number(company);
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void number(CompanyId company) throws InterruptedException {
    try {
      if (signer.isReady()) {
        sequencer.run(company);
        failing.remove(company);
      }
    } catch (RuntimeException e) {
      failing.add(company);
      LOG.error("the log of company {} cannot be written now; its lines are safe in the database", company, e);
      Thread.sleep(RETRY);
      soon(company);
    }
  }
}
