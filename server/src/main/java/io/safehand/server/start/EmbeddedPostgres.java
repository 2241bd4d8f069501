package io.safehand.server.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A real PostgreSQL 18 on a folder of ours, on a free port of the loopback interface.
 *
 * <p>
 * The caller holds the lock of the data folder. {@link #close} stops the database gracefully. If this process is
 * killed instead, the kernel tells the database, which then stops by itself; where that is not available, the next
 * start on the folder finds and stops it.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  static final String OWNER = "safehand";
  static final String DATABASE = "safehand";
  private static final int ATTEMPTS = 5;

  private final Cluster cluster;
  private final Postmaster server;
  private final int port;

  private EmbeddedPostgres(Cluster cluster, Postmaster server, int port) {
    this.cluster = cluster;
    this.server = server;
    this.port = port;
  }

  /**
   * @param folder for the database alone
   * @param cache where its programs are unpacked once
   * @throws CannotStart with one line that says why
   */
  public static EmbeddedPostgres start(Path folder, Path cache) throws IOException, SQLException {
    return start(folder, cache, RunAs.detect());
  }

  static EmbeddedPostgres start(Path folder, Path cache, RunAs runAs) throws IOException, SQLException {
    Path place = folder.toAbsolutePath().normalize();
    Path programs = runAs == RunAs.NOBODY ? place : cache.toAbsolutePath().normalize();
    Cluster cluster = new Cluster(place, Distribution.in(programs), runAs);
    ClusterUpgrade upgrade = new ClusterUpgrade(cluster, programs);
    upgrade.begin();
    cluster.prepare(new SecureRandom());
    cluster.stopOrphan();
    EmbeddedPostgres database = launch(cluster);
    database.createOwner();
    upgrade.finish(database);
    return database;
  }

  /** The login that owns the application's database. It is no superuser. */
  public DatabaseAddress address() throws IOException {
    return new DatabaseAddress(url(DATABASE), OWNER, cluster.password());
  }

  /** Calls back, once, when the database ends without having been asked to. */
  public void whenGone(Runnable told) {
    server.watch(told);
  }

  @Override
  public void close() throws IOException {
    server.expectEnd();
    cluster.stop();
  }

  /** The application's database as its administrator, to fill it once. */
  DatabaseAddress loader() throws IOException {
    return new DatabaseAddress(url(DATABASE), Cluster.ADMINISTRATOR, cluster.password());
  }

  DatabaseAddress administrator() throws IOException {
    return new DatabaseAddress(url("postgres"), Cluster.ADMINISTRATOR, cluster.password());
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** The port may be taken meanwhile, or the memory of a killed server still be held: some attempts, then the reason. */
  static EmbeddedPostgres launch(Cluster cluster) throws IOException {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      int port = freePort();
      new ClusterSettings(port).write(cluster.data());
      Files.deleteIfExists(cluster.log());
      Postmaster server = Postmaster.launch(cluster.serverCommand());
      if (server.becomesReady(cluster)) {
        return new EmbeddedPostgres(cluster, server, port);
      }
      Pause.millis(200L * attempt);
    }
    String reason = new Command.Result(1, Files.readString(cluster.log())).firstError();
    throw new CannotStart(ExitCode.UNAVAILABLE, "database.not-started", reason, cluster.log());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  void createOwner() throws IOException, SQLException {
    try (Connection connection = administrator().connect();
        Statement statement = connection.createStatement()) {
      if (!exists(statement, "pg_roles where rolname = '" + OWNER + "'")) {
        statement.execute("create role " + OWNER + " login createrole password '" + cluster.password() + "'");
      }
      if (!exists(statement, "pg_database where datname = '" + DATABASE + "'")) {
        statement.execute("create database " + DATABASE + " owner " + OWNER);
      }
    }
  }

  private static boolean exists(Statement statement, String what) throws SQLException {
    try (ResultSet found = statement.executeQuery("select 1 from " + what)) {
      return found.next();
    }
  }
}
