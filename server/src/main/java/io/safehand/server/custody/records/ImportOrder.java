package io.safehand.server.custody.records;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Account;
import java.time.ZoneId;

/**
 * Who wants a source imported, and how.
 *
 * @param zone the company's, in which a day begins
 * @param fingerprint hex SHA-256 that tells this source, read in this way, from every other: a stopped import goes on
 * when it comes again
 * @param workers how many batches are worked on at the same time; with one they are committed in their order
 */
public record ImportOrder(Account by, ZoneId zone, String fingerprint, ColumnMapping mapping, int workers) {
  private static final int USUAL_WORKERS = 2;

  public ImportOrder(Account by, ZoneId zone, String fingerprint, ColumnMapping mapping) {
    this(by, zone, fingerprint, mapping, USUAL_WORKERS);
  }

  public CompanyId company() {
    return by.company();
  }
}
