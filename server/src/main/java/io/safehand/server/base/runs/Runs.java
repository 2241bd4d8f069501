package io.safehand.server.base.runs;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.base.storage.Storage;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Long work in the background. Any node may do it; a run whose node died is taken up by another, or by the same one when
 * it is back. May be used by many threads.
 */
@Component
public final class Runs {
  private final Storage storage;
  private final RunRows rows;
  private final ObjectProvider<Claiming> claiming;
  private final BusinessIds ids;
  private final Clock clock;

  Runs(Storage storage, RunRows rows, ObjectProvider<Claiming> claiming, BusinessIds ids, Clock clock) {
    this.storage = storage;
    this.rows = rows;
    this.claiming = claiming;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Begins work in the name of this account; empty when work of this kind is going on for the subject already. The
   * caller has asked whether the account may.
   */
  public Optional<UUID> begin(Account by, String kind, String subject) {
    Run run = new Run(by.company(), ids.next(), kind, subject, by.id(), Run.State.RUNNING, 0, 0, "",
        clock.instant(), Optional.empty());
    return storage.in(by.company(), () -> {
      if (!rows.add(run)) {
        return Optional.empty();
      }
      storage.afterCommit(() -> claiming.getObject().look());
      return Optional.of(run.id());
    });
  }

  public Optional<Run> find(CompanyId company, UUID id) {
    return storage.in(company, () -> rows.find(company, id));
  }

  /** The last runs on this subject, newest first. */
  public List<Run> of(CompanyId company, String subject) {
    return storage.in(company, () -> rows.of(company, subject));
  }

  /**
   * Asks a run to end; false when it is over, or no run on this subject. What it did stays done. The caller has asked
   * whether the account may.
   */
  public boolean cancel(CompanyId company, String subject, UUID id) {
    return storage.in(company,
        () -> rows.find(company, id).filter(run -> run.subject().equals(subject)).isPresent()
            && rows.stop(company, id));
  }
}
