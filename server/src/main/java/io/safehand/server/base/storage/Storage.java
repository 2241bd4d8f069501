package io.safehand.server.base.storage;

import io.safehand.core.person.CompanyId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one way to the database: a transaction for one company, whose rows alone it sees and writes.
 *
 * <p>
 * What is done inside one call is durable as a whole when the call returns, or not at all. A call inside another joins
 * it when it is for the same company, and is refused otherwise. May be used by many threads; a transaction belongs to
 * the thread that opened it. Once a disk did not confirm a write, every call is refused: {@link DiskUnsure}.
 */
@Component
public final class Storage {
  private static final String NOBODY = "";

  private final DataSource source;
  private final DataSourceTransactionManager transactions;
  private final JdbcClient jdbc;
  private final DiskWatch disks;

  public Storage(DataSource source, DiskWatch disks) {
    this.source = source;
    this.disks = disks;
    this.transactions = new DataSourceTransactionManager(source);
    this.jdbc = JdbcClient.create(source);
  }

  /** To be told of every failure to write our own files. */
  public DiskWatch disks() {
    return disks;
  }

  /** For statements inside a transaction; outside of one, rows of no company are seen. */
  public JdbcClient jdbc() {
    return jdbc;
  }

  /** Runs the work for the company. Each statement sees what was committed before it. */
  public <T> T in(CompanyId company, Supplier<T> work) {
    return run(company.toString(), TransactionDefinition.ISOLATION_READ_COMMITTED, work);
  }

  public void run(CompanyId company, Runnable work) {
    in(company, () -> {
      work.run();
      return true;
    });
  }

  /** Runs the work for the company; all statements see one and the same state. Must be the outermost call. */
  public <T> T inSnapshot(CompanyId company, Supplier<T> work) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("a snapshot begins with its transaction");
    }
    return run(company.toString(), TransactionDefinition.ISOLATION_REPEATABLE_READ, work);
  }

  /** Runs work that concerns no company: only tables that say that they are unguarded are seen. */
  public <T> T inNone(Supplier<T> work) {
    return run(NOBODY, TransactionDefinition.ISOLATION_READ_COMMITTED, work);
  }

  /** Runs the task when the present transaction has become durable; at once when there is none. */
  public void afterCommit(Runnable task) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      task.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        task.run();
      }
    });
  }

  /** Waits for the lock of this name within the company; it is given back when the present transaction ends. */
  public void lock(CompanyId company, String name) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param(company + "/" + name)
        .query()
        .listOfRows();
  }

  /** Waits while somebody has the lock of this name alone; shares it with others until the present transaction ends. */
  public void lockShared(CompanyId company, String name) {
    jdbc.sql("select pg_advisory_xact_lock_shared(hashtextextended(?, 0))")
        .param(company + "/" + name)
        .query()
        .listOfRows();
  }

  /** Takes the lock of this name within the company if it is free. */
  public boolean tryLock(CompanyId company, String name) {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(?, 0))")
        .param(company + "/" + name)
        .query(Boolean.class)
        .single();
  }

  /**
   * Runs work of many transactions while nobody else, on any node, does work of this name for the company. Empty when
   * somebody does; the work is not begun then. The lock goes when the work ends, or the process.
   */
  public <T> Optional<T> alone(CompanyId company, String name, Callable<T> work) throws Exception {
    try (Connection connection = source.getConnection()) {
      if (!locked(connection, "select pg_try_advisory_lock(hashtextextended(?, 1))", company + "/" + name)) {
        return Optional.empty();
      }
      try {
        return Optional.of(work.call());
      } finally {
        locked(connection, "select pg_advisory_unlock(hashtextextended(?, 1))", company + "/" + name);
      }
    }
  }

  private static boolean locked(Connection connection, String statement, String name) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(statement)) {
      lock.setString(1, name);
      try (ResultSet answer = lock.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }

  /** Runs statements of the present transaction as the owner of the tables, to build an index after a bulk load. */
  public void asOwner(Runnable statements) {
    jdbc.sql("reset role").update();
    statements.run();
    asApplication();
  }

  /**
   * Opens a bulk copy in the present transaction: {@code copy t (company_id, …) from stdin (format binary)}. The database
   * does not hold a copy to its row locks, so the owner of the tables does it and {@link BinaryCopy} itself refuses a row
   * that does not begin with the company of the transaction.
   */
  public BinaryCopy copy(String statement) {
    CompanyId company = CompanyId.parse(Objects.requireNonNull(present(), "a copy belongs to a transaction"));
    jdbc.sql("reset role").update();
    Connection connection = DataSourceUtils.getConnection(source);
    try {
      return new BinaryCopy(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement), company,
          this::asApplication);
    } catch (SQLException e) {
      throw new StorageFailure("copy", e);
    } finally {
      DataSourceUtils.releaseConnection(connection, source);
    }
  }

  private void asApplication() {
    jdbc.sql("set role safehand_application").update();
  }

  private <T> T run(String company, int isolation, Supplier<T> work) {
    String present = present();
    if (present != null) {
      if (!present.equals(company)) {
        throw new IllegalStateException("a transaction serves one company, and this one serves another");
      }
      return work.get();
    }
    return disks.on(() -> Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> {
      begin(company, isolation);
      TransactionSynchronizationManager.bindResource(this, company);
      try {
        T done = work.get();
        disks.requireSound();
        return done;
      } finally {
        TransactionSynchronizationManager.unbindResource(this);
      }
    })));
  }

  private @Nullable String present() {
    return (String) TransactionSynchronizationManager.getResource(this);
  }

  /** One round trip: the driver sends it together with the begin. The company is a UUID or empty. */
  private void begin(String company, int isolation) {
    String snapshot = isolation == TransactionDefinition.ISOLATION_REPEATABLE_READ
        ? "set transaction isolation level repeatable read; "
        : "";
    Connection connection = DataSourceUtils.getConnection(source);
    try (Statement statement = connection.createStatement()) {
      statement.execute(snapshot + "set local safehand.company = '" + company + "'");
    } catch (SQLException e) {
      throw new StorageFailure("begin", e);
    } finally {
      DataSourceUtils.releaseConnection(connection, source);
    }
  }
}
