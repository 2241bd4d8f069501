package io.safehand.server.base.ledger;

import io.safehand.core.person.CompanyId;

/** Database and log of a company do not hold the same lines: one of them is an old copy. Nothing may go on with it. */
public final class LedgerDisagrees extends RuntimeException {
  private static final long serialVersionUID = 1;

  private LedgerDisagrees(String message) {
    super(message);
  }

  static LedgerDisagrees oldDatabase(CompanyId company, long missing) {
    return new LedgerDisagrees("the database is an old copy: it lacks " + missing
        + " lines that the log of company " + company + " has");
  }

  static LedgerDisagrees oldLog(CompanyId company, long missing) {
    return new LedgerDisagrees("the log of company " + company + " is an old copy: it lacks " + missing
        + " lines that the database has");
  }

  static LedgerDisagrees otherLines(CompanyId company) {
    return new LedgerDisagrees("the database holds other lines than the log of company " + company);
  }
}
