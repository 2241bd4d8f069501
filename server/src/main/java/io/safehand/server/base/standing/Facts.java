package io.safehand.server.base.standing;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.storage.Storage;
import org.springframework.stereotype.Component;

/**
 * Whether the facts that decide about people are still those that somebody read: consents, answers, holds, who is there.
 * Whoever writes such a fact says so in the same transaction; whoever acts on many people, in many transactions, asks at
 * the end whether anything changed meanwhile. Writers do not wait for each other. May be used by many threads.
 */
@Component
public final class Facts {
  private static final String LOCK = "facts";
  private final Storage storage;

  Facts(Storage storage) {
    this.storage = storage;
  }

  /** Says that the present transaction changes a fact. */
  public void changed(CompanyId company) {
    storage.lockShared(company, LOCK);
    storage.jdbc().sql("insert into standing.change (company_id) values (?)").param(company.value()).update();
  }

  /** Who would change a fact waits until the present transaction ends. */
  public void keepStill(CompanyId company) {
    storage.lock(company, LOCK);
  }

  /** Marks how the facts stand now. */
  public long mark(CompanyId company) {
    return storage.in(company, () -> {
      long newest = newest(company);
      storage.jdbc()
          .sql("delete from standing.change where company_id = ? and change_id < ?")
          .params(company.value(), newest)
          .update();
      return newest;
    });
  }

  /**
   * Whether nothing changed since the mark; and nothing will until the present transaction ends, for who would change
   * something waits.
   */
  public boolean standSince(CompanyId company, long mark) {
    return newest(company) == mark;
  }

  private long newest(CompanyId company) {
    keepStill(company);
    return storage.jdbc()
        .sql("select coalesce(max(change_id), 0) from standing.change where company_id = ?")
        .param(company.value())
        .query(Long.class)
        .single();
  }
}
