package io.safehand.server.base.ledger;

import io.safehand.core.person.CompanyId;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Numbers lines in the background: soon after they are committed, many at once. Running twice changes nothing. */
@Component
final class Sequencing implements HealthIndicator {
  private static final Logger LOG = LoggerFactory.getLogger(Sequencing.class);
  private static final Duration GATHER = Duration.ofMillis(200);
  private static final Duration RETRY = Duration.ofSeconds(5);
  private static final CompanyId NOBODY = new CompanyId(new UUID(0, 0));

  private final Sequencer sequencer;
  private final Signer signer;
  private final BlockingQueue<CompanyId> queue = new LinkedBlockingQueue<>();
  private final Set<CompanyId> queued = ConcurrentHashMap.newKeySet();
  private final Set<CompanyId> failing = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;
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

  /** Never by an interrupt: that would close the files under a write. */
  @PreDestroy
  void stop() throws InterruptedException {
    stopping = true;
    queue.add(NOBODY);
    worker.join(Duration.ofSeconds(20));
  }

  @Override
  public Health health() {
    return failing.isEmpty() ? Health.up().build() : Health.down().build();
  }

  /** What was committed before the stop has its number and its checkpoint when the server ends. */
  private void work() {
    while (!stopping) {
      try {
        next();
      } catch (InterruptedException nobodyDoes) {
        return;
      }
    }
    queued.stream().filter(company -> !failing.contains(company)).forEach(this::number);
  }

  /** What failed is tried again when there is nothing else to do. */
  private void next() throws InterruptedException {
    CompanyId company = queue.poll(RETRY.toMillis(), TimeUnit.MILLISECONDS);
    if (company == null) {
      failing.forEach(this::soon);
    } else if (!company.equals(NOBODY)) {
      Thread.sleep(GATHER);
      queued.remove(company);
      number(company);
    }
  }

  private void number(CompanyId company) {
    try {
      if (signer.isReady()) {
        sequencer.run(company);
        failing.remove(company);
      }
    } catch (RuntimeException e) {
      if (failing.add(company)) {
        LOG.error("the log of company {} cannot be written now; its lines are safe in the database", company,
            e);
      }
    }
  }
}
