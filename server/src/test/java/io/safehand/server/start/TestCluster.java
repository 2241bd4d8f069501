package io.safehand.server.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * One real database cluster for a test JVM, durable as in production. Each {@link #fresh} database is a copy of one
 * that holds every module's empty tables.
 */
public final class TestCluster {
  private static final AtomicInteger COPIES = new AtomicInteger();
  private static final Path FOLDERS = Path.of("target", "test-data", "" + ProcessHandle.current().pid())
      .toAbsolutePath();

  private TestCluster() {}

  /** A database nobody else uses, with every schema up to date. */
  public static DatabaseAddress fresh() {
    String name = "copy_" + COPIES.incrementAndGet();
    try (Connection connection = Running.CLUSTER.administrator().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name + " template " + EmbeddedPostgres.DATABASE + " owner "
          + EmbeddedPostgres.OWNER + " strategy file_copy");
      DatabaseAddress template = Running.CLUSTER.address();
      return new DatabaseAddress(template.url().replaceFirst("/[a-z_]+$", "/" + name), template.user(),
          template.password());
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("no database for the test", e);
    }
  }

  /** A folder that is removed when the test JVM ends. */
  public static Path folder(String name) {
    try {
      Path folder = Files.createTempDirectory(Files.createDirectories(FOLDERS), name + "-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
      return folder;
    } catch (IOException e) {
      throw new IllegalStateException("no folder for the test", e);
    }
  }

  /** All that the tests of this JVM have on the disk: the database and every folder. */
  public static Path disk() {
    return FOLDERS;
  }

  static DatabaseAddress administrator() throws IOException {
    return Running.CLUSTER.administrator();
  }

  static Path cache() {
    return Path.of(System.getProperty("user.home"), ".cache", "safehand");
  }

  /** Removes a folder and all in it. */
  public static void remove(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException leftBehind) {
      System.err.println("left behind: " + folder);
    }
  }

  /** Started by the first test that needs it. */
  private static final class Running {
    static final EmbeddedPostgres CLUSTER = start();

    private static EmbeddedPostgres start() {
      try {
        Path folder = Files.createTempDirectory(Files.createDirectories(FOLDERS), "cluster-");
        EmbeddedPostgres cluster = forManyApplications(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(cluster, folder)));
        new Migrations(cluster.address()).run();
        return cluster;
      } catch (IOException | SQLException e) {
        throw new IllegalStateException("no database for the tests", e);
      }
    }

    /** Each application has a pool. */
    private static EmbeddedPostgres forManyApplications(Path folder) throws IOException, SQLException {
      try (EmbeddedPostgres made = EmbeddedPostgres.start(folder, cache());
          Connection connection = made.administrator().connect();
          Statement statement = connection.createStatement()) {
        statement.execute("alter system set max_connections = 250");
      }
      return EmbeddedPostgres.start(folder, cache());
    }

    private static void stop(EmbeddedPostgres cluster, Path folder) {
      try {
        cluster.close();
      } catch (IOException e) {
        System.err.println("the test database did not stop: " + e.getMessage());
      }
      remove(folder);
    }
  }
}
