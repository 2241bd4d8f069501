package io.safehand.server.base.runs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.safehand.core.person.CompanyId;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Who does which run: a node claims its row, and keeps saying that it lives; a claim whose node is silent for half a
 * minute is given to another.
 */
@Component
final class Claiming implements SmartLifecycle {
  static final String TASK = "run";
  private static final int THREADS = 4;
  private static final Duration POLL = Duration.ofSeconds(5);
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final int MISSED = 6;
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(10);
  private static final int MOST_DOUBLINGS = 6;

  private final DataSource source;
  private final Clock clock;
  private final OneTimeTask<Void> task;
  private volatile Scheduler scheduler;
  private volatile boolean running;

  Claiming(DataSource source, Working working, Clock clock) {
    this.source = source;
    this.clock = clock;
    this.task = Tasks.oneTime(TASK)
        .onFailure(
            (broken, operations) -> operations.reschedule(broken, broken.getTimeDone().plus(pause(broken))))
        .onDeadExecution((lost, operations) -> operations.reschedule(lost, clock.instant()))
        .execute((instance, context) -> {
          String[] ids = instance.getId().split("/", 2);
          working.on(CompanyId.parse(ids[0]), UUID.fromString(ids[1]));
        });
    this.scheduler = scheduler();
  }

  /** One that was stopped never starts again, so each start has one of its own. */
  private Scheduler scheduler() {
    return Scheduler.create(source, task)
        .tableName("runs.claim")
        .threads(THREADS)
        .pollingInterval(POLL)
        .heartbeatInterval(HEARTBEAT)
        .missedHeartbeatsLimit(MISSED)
        .shutdownMaxWait(PATIENCE)
        .enableImmediateExecution()
        .alwaysPersistTimestampInUTC()
        .clock(clock::instant)
        .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
        .failureLogging(LogLevel.OFF, false)
        .build();
  }

  /** While the server is sealed the work is looked at again and again; what broke gets more and more time. */
  private static Duration pause(ExecutionComplete broken) {
    boolean sealed = broken.getCause().filter(Working.Sealed.class::isInstance).isPresent();
    int doublings = Math.min(broken.getExecution().consecutiveFailures, MOST_DOUBLINGS);
    return sealed ? FIRST_RETRY : FIRST_RETRY.multipliedBy(1L << doublings);
  }

  /** What the claim on a run is called. */
  static String instance(Run run) {
    return run.company() + "/" + run.id();
  }

  /** Something was added: this node looks now, every other at its time. */
  void look() {
    scheduler.triggerCheckForDueExecutions();
  }

  @Override
  public void start() {
    scheduler = scheduler();
    scheduler.start();
    running = true;
  }

  @Override
  public void stop() {
    scheduler.stop();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** It cannot be begun again once it was stopped. */
  @Override
  public boolean isPauseable() {
    return false;
  }
}
