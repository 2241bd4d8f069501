package io.safehand.server.base.storage;

import java.sql.SQLException;

/** The database could not do it; nothing of the transaction is kept. Names the step, never a value. */
public final class StorageFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  StorageFailure(String step, SQLException cause) {
    super("the database failed at " + step + " (SQL state " + cause.getSQLState() + ")", cause);
  }
}
