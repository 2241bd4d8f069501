package io.safehand.server.base.runs;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.NotAllowed;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.storage.Storage;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Does one run, and writes how it ended. What merely broke is thrown, and tried again later. */
@Component
final class Working {
  /** Progress is written when this many more are done. */
  private static final long STRIDE = 500;

  private static final Logger LOG = LoggerFactory.getLogger(Working.class);

  private final Storage storage;
  private final RunRows rows;
  private final ObjectProvider<RunKind> kinds;
  private final Access access;
  private final Keys keys;
  private final Clock clock;

  Working(Storage storage, RunRows rows, ObjectProvider<RunKind> kinds, Access access, Keys keys,
      Clock clock) {
    this.storage = storage;
    this.rows = rows;
    this.kinds = kinds;
    this.access = access;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * @throws Sealed when it has to wait for the unsealing
   * @throws Broken when it has to be tried again later
   */
  void on(CompanyId company, UUID id) {
    if (!keys.isOpen()) {
      throw new Sealed();
    }
    Optional<Run> found = storage.in(company, () -> rows.find(company, id))
        .filter(run -> !run.state().isOver());
    if (found.isEmpty()) {
      return;
    }
    Run run = found.get();
    try {
      go(run);
      end(run, Run.State.DONE, "");
    } catch (RunKind.Cancelled cancelled) {
      end(run, Run.State.CANCELLED, "");
    } catch (RunKind.Cannot refused) {
      end(run, Run.State.FAILED, refused.code());
    } catch (NotAllowed refused) {
      end(run, Run.State.FAILED, "not-allowed");
    } catch (Exception broken) {
      LOG.warn("a run broke and is tried again later", broken);
      throw new Broken(broken);
    }
  }

  /** Nothing was done, because the server is sealed. */
  static final class Sealed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Sealed() {
      super("the server is sealed");
    }
  }

  /** The run is not over: something broke that may go better next time. */
  static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Broken(Exception cause) {
      super("the run is tried again later", cause);
    }
  }

  private void go(Run run) throws Exception {
    Account by = access.account(run.company(), run.by()).orElseThrow(NotAllowed::new);
    RunKind kind = kinds.stream().filter(known -> known.code().equals(run.kind())).findFirst().orElseThrow();
    Counting counting = new Counting(run);
    kind.go(run, by, counting);
    counting.write();
  }

  private void end(Run run, Run.State state, String problem) {
    storage.run(run.company(), () -> rows.end(run, state, problem, clock.instant()));
  }

  /** Called by any thread of the work. */
  private final class Counting implements RunKind.Progress {
    private final Run run;
    private long done;
    private long written;
    private long total;

    Counting(Run run) {
      this.run = run;
      this.total = run.total();
      write();
    }

    @Override
    public synchronized void reached(long now) {
      done = Math.max(done, now);
      if (done - written >= STRIDE) {
        write();
      }
    }

    @Override
    public synchronized void of(long all) {
      total = all;
      write();
    }

    private synchronized void write() {
      written = done;
      if (storage.in(run.company(), () -> rows.reached(run, done, total)) == Run.State.STOPPING) {
        throw new RunKind.Cancelled();
      }
    }
  }
}
