package io.safehand.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.server.start.SettableClock;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SafehandTest
class StartingTest {
  @Autowired
  DataSource database;
  @Autowired
  Clock clock;

  @Test
  void theApplicationOwnsNothingInTheDatabase() {
    assertThat(JdbcClient.create(database).sql("select current_user").query(String.class).single())
        .isEqualTo("safehand_application");
  }

  @Test
  void timeIsGiven() {
    assertThat(clock).isInstanceOf(SettableClock.class);
    ((SettableClock) clock).set(Instant.parse("2026-03-01T00:00:00Z"));
    assertThat(clock.instant()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
  }
}
