package io.safehand.server.start;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/** What exists before any module: the folder, the database brought up to date, the clock, randomness. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class StartConfiguration {
  private static final Duration CLOCK_STEP = Duration.ofNanos(1_000);

  @Bean
  DataFolder dataFolder(Settings settings, ConfigurableEnvironment environment) throws IOException {
    KnownSettings.refuseOthers(environment);
    new Restoring(settings).refuseUnfit();
    return DataFolder.open(settings.dataFolder());
  }

  /** The folder is ours before a certificate is made in it. */
  @Bean
  Listening listening(Settings settings, DataFolder folder, Environment environment) {
    return new Listening(settings, environment.getProperty("server.address", ""));
  }

  @Bean
  RunningDatabase runningDatabase(Settings settings, DataFolder folder) throws IOException, SQLException {
    new Restoring(settings).files();
    return RunningDatabase.open(settings, folder.path());
  }

  /** The modules get the database only when every schema is up to date. */
  @Bean
  DataSource dataSource(RunningDatabase database, Settings settings) throws IOException, SQLException {
    new Restoring(settings).rows(database);
    new Migrations(database.address()).run();
    return pool(database.address(), settings.database().connections());
  }

  @Bean
  Backups backups(Settings settings, RunningDatabase database, Clock clock) {
    return new Backups(settings, database, clock);
  }

  @Bean
  Settings.Webhooks webhookSettings(Settings settings) {
    return settings.webhooks();
  }

  @Bean
  Clock clock(Settings settings) {
    Clock real = Clock.tick(Clock.systemUTC(), CLOCK_STEP);
    return switch (settings.clock()) {
      case SYSTEM -> real;
      case SETTABLE ->
        new SettableClock(settings.clockStart() == null ? real.instant() : settings.clockStart());
    };
  }

  /** In which a day begins and ends. */
  @Bean
  ZoneId companyZone() {
    return ZoneId.of("Asia/Shanghai");
  }

  @Bean
  LastWord lastWord() {
    return new LastWord();
  }

  @Bean
  SecureRandom secureRandom() {
    return new SecureRandom();
  }

  static HikariDataSource pool(DatabaseAddress address, int connections) {
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName("safehand");
    pool.setJdbcUrl(address.url());
    pool.setUsername(address.user());
    pool.setPassword(address.password());
    pool.setConnectionInitSql("set role " + ApplicationRole.NAME);
    pool.setMaximumPoolSize(connections);
    pool.setMinimumIdle(Math.min(4, connections));
    pool.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    pool.addDataSourceProperty("logServerErrorDetail", "false");
    return pool;
  }
}
