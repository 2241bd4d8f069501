package io.safehand.server.start;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Brings every module's schema up to date: the folder {@code db/migration/<module>} goes into the schema of that name,
 * with a history of its own. Then the application's role gets its rights and each table its row lock.
 */
final class Migrations {
  private static final Pattern MODULE = Pattern.compile("db/migration/([a-z_]+)/[^/]+$");

  private final DatabaseAddress owner;

  Migrations(DatabaseAddress owner) {
    this.owner = owner;
  }

  void run() {
    try (Connection connection = owner.connect()) {
      new ApplicationRole(connection).create();
      for (String module : modules()) {
        migrate(module, "latest");
        new RowLocks(connection, module).apply();
      }
    } catch (FlywayException | SQLException | IOException e) {
      throw new CannotStart(ExitCode.UNAVAILABLE, "database.migration",
          String.valueOf(e.getMessage()).lines().findFirst().orElse("")).because(e);
    }
  }

  /** Makes the schemas as they were at these versions, and no others. @throws CannotStart for a module not known here */
  void to(Map<String, String> versions) throws IOException, SQLException {
    if (!modules().containsAll(versions.keySet())) {
      throw new CannotStart(ExitCode.DATA, "restore.newer");
    }
    try (Connection connection = owner.connect()) {
      new ApplicationRole(connection).create();
    }
    versions.forEach(this::migrate);
  }

  private void migrate(String module, String version) {
    Flyway.configure()
        .dataSource(owner.url(), owner.user(), owner.password())
        .schemas(module)
        .locations("classpath:db/migration/" + module)
        .table("migration")
        .cleanDisabled(true)
        .target(version)
        .load()
        .migrate();
  }

  private static SortedSet<String> modules() throws IOException {
    SortedSet<String> modules = new TreeSet<>();
    for (Resource file : new PathMatchingResourcePatternResolver()
        .getResources("classpath*:db/migration/*/V*.sql")) {
      Matcher name = MODULE.matcher(file.getURL().toString());
      if (name.find()) {
        modules.add(name.group(1));
      }
    }
    return modules;
  }
}
