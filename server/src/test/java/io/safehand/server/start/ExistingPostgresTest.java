package io.safehand.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExistingPostgresTest {
  @Test
  void aFitDatabaseIsTaken() {
    DatabaseAddress fit = TestCluster.fresh();
    assertThat(ExistingPostgres.check(settings(fit.url(), fit.password()), fit.url())).isEqualTo(fit);
  }

  @Test
  void aWrongPasswordIsAMatterOfConfiguration() {
    DatabaseAddress fit = TestCluster.fresh();
    assertThat(refusal(fit.url(), "wrong").code()).isEqualTo(ExitCode.CONFIGURATION);
  }

  @ParameterizedTest
  @CsvSource({"jdbc:postgresql://127.0.0.1:1/safehand, UNAVAILABLE",
    "jdbc:mysql://127.0.0.1/safehand, CONFIGURATION",
    "jdbc:postgresql://database.example/safehand, CONFIGURATION",
    "jdbc:postgresql://database.example/safehand?sslmode=require, CONFIGURATION"})
  void whatCannotBeUsedIsRefusedInOneLine(String url, ExitCode code) {
    CannotStart refusal = refusal(url, "secret-word");
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.getMessage()).hasLineCount(1)
        .contains("nothing was changed")
        .doesNotContain("secret-word");
  }

  @Test
  void aDatabaseThatMayForgetIsRefused() throws Exception {
    DatabaseAddress hasty = TestCluster.fresh();
    EmbeddedPostgresTest.run(hasty, "alter role current_user in database "
        + hasty.url().replaceFirst(".*/", "") + " set synchronous_commit = off");
    assertThat(refusal(hasty.url(), hasty.password()).getMessage()).contains("synchronous_commit = off");
  }

  private static CannotStart refusal(String url, String password) {
    return assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> ExistingPostgres.check(settings(url, password), url))
        .actual();
  }

  private static Settings.Database settings(String url, String password) {
    return new Settings.Database(url, "safehand", password, null, 4);
  }
}
