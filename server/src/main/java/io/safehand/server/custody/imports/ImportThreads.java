package io.safehand.server.custody.imports;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.ledger.Ledger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The imports that this server works on, a thread each. What a start finds under way goes on by itself as soon as the
 * keys are open; what it finds over or half uploaded is erased. Stopping interrupts them; the next start goes on.
 */
@Component
final class ImportThreads implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ImportThreads.class);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(15);
  private static final int AT_ONCE = 500;

  private final ImportWork work;
  private final JobRows rows;
  private final Keys keys;
  private final Ledger ledger;
  private final Access access;
  private final Map<ImportId, Thread> threads = new ConcurrentHashMap<>();
  private Optional<ScheduledExecutorService> waiting = Optional.empty();

  ImportThreads(ImportWork work, JobRows rows, Keys keys, Ledger ledger, Access access) {
    this.work = work;
    this.rows = rows;
    this.keys = keys;
    this.ledger = ledger;
    this.access = access;
  }

  /** Works on a job that was just begun, behind what this server still does on it. */
  void begin(ImportJob job, Account by) {
    threads.compute(job.id(),
        (id, before) -> Thread.ofPlatform()
            .name("import")
            .start(() -> behind(Optional.ofNullable(before), job, by)));
  }

  private void behind(Optional<Thread> before, ImportJob job, Account by) {
    try {
      if (before.isPresent()) {
        before.get().join();
      }
      if (rows.find(by.company(), job.id()).filter(now -> now.state() == job.state()).isPresent()) {
        work.run(job, by);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } finally {
      threads.remove(job.id(), Thread.currentThread());
    }
  }

  /** Waits until this server works on it no more. */
  void await(ImportId id) throws InterruptedException {
    Thread thread = threads.get(id);
    if (thread != null) {
      thread.join();
    }
  }

  boolean worksOn(ImportId id) {
    return threads.containsKey(id);
  }

  @Override
  public synchronized void start() {
    ScheduledExecutorService timer = Executors
        .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("import-resume").factory());
    timer.scheduleWithFixedDelay(() -> resumeOnceOpen(timer), 0, 500, TimeUnit.MILLISECONDS);
    waiting = Optional.of(timer);
  }

  private void resumeOnceOpen(ScheduledExecutorService timer) {
    if (keys.isOpen()) {
      timer.shutdown();
      ledger.companies().forEach(this::resumeOrSay);
    }
  }

  /** What is wrong with one company's imports does not hinder another's. */
  private void resumeOrSay(CompanyId company) {
    try {
      resume(company);
    } catch (RuntimeException broken) {
      LOG.warn("the imports of company {} do not go on: {}", company, broken.getClass().getSimpleName());
    }
  }

  /** Every import that is not over, the newest first. */
  void resume(CompanyId company) {
    Optional<ImportId> before = Optional.empty();
    List<ImportJob> jobs = rows.before(company, before, AT_ONCE);
    while (!jobs.isEmpty()) {
      jobs.forEach(job -> resume(company, job));
      before = Optional.of(jobs.getLast().id());
      jobs = rows.before(company, before, AT_ONCE);
    }
  }

  /** What this server works on already is left alone. */
  private void resume(CompanyId company, ImportJob job) {
    if (worksOn(job.id())) {
      return;
    }
    switch (job.state()) {
      case UPLOADING -> work.forget(company, job.id());
      case DONE, CANCELLED -> work.eraseIfOver(company, job.id());
      case REHEARSING -> rows.stopped(company, job.id(), "");
      case RUNNING -> goOn(company, job);
      case READY, STOPPED -> {
        // waits for a person
      }
    }
  }

  /** Another database's password was in memory only: a person must give it again. */
  private void goOn(CompanyId company, ImportJob job) {
    if (job.kind() == SourceKind.TABLE) {
      rows.stopped(company, job.id(), "source.password");
      return;
    }
    access.account(company, new AccountId(UUID.fromString(job.account())))
        .ifPresentOrElse(by -> begin(job, by), () -> rows.stopped(company, job.id(), "import.not-allowed"));
  }

  @Override
  public synchronized void stop() {
    waiting.ifPresent(ScheduledExecutorService::shutdownNow);
    waiting = Optional.empty();
    List<Thread> running = List.copyOf(threads.values());
    running.forEach(Thread::interrupt);
    try {
      for (Thread thread : running) {
        thread.join(LONGEST_STOP);
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return waiting.isPresent();
  }
}
