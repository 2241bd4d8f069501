package io.safehand.server.base.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.server.SafehandServer;
import io.safehand.server.base.keys.FirstStart.Founding;
import io.safehand.server.base.keys.FirstStart.Why;
import io.safehand.server.start.DatabaseAddress;
import io.safehand.server.start.SettableClock;
import io.safehand.server.start.TestCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class FirstStartTest {
  private static final char[] PASSPHRASE = "correct horse 安交".toCharArray();
  private final DatabaseAddress database = TestCluster.fresh();
  @TempDir
  Path temporary;

  @Test
  void theLinkWorksOnceAndTheHouseIsMadeUnderThePassphrase() throws Exception {
    Path another = temporary.resolve("stick/roots");
    try (ConfigurableApplicationContext server = start()) {
      FirstStart first = server.getBean(FirstStart.class);
      assertThat(first.isNeeded()).isTrue();
      String replaced = first.issue();
      String link = first.issue();
      assertThat(first.redeem(replaced)).isEmpty();
      String claim = first.redeem(link).orElseThrow();
      assertThat(first.redeem(link)).isEmpty();

      assertThat(first.found(link, PASSPHRASE, another)).isEqualTo(new Founding.Refused(Why.LINK));
      assertThat(first.found(claim, "short".toCharArray(), another))
          .isEqualTo(new Founding.Refused(Why.SHORT));
      assertThat(first.found(claim, PASSPHRASE, temporary.resolve("data/more")))
          .isEqualTo(new Founding.Refused(Why.FOLDER_NOT_APART));
      assertThat(first.found(claim, PASSPHRASE, Files.createFile(temporary.resolve("file"))))
          .isEqualTo(new Founding.Refused(Why.FOLDER));
      assertThat(server.getBean(Keys.class).isOpen()).isFalse();

      assertThat(first.found(claim, PASSPHRASE, another)).isInstanceOfSatisfying(Founding.Founded.class,
          made -> assertThat(made.sheet().roots()).hasSize(3).contains(another));
      assertThat(first.isNeeded()).isFalse();
      assertThat(first.found(claim, PASSPHRASE, another)).isEqualTo(new Founding.Refused(Why.LINK));
      assertThat(first.isOffered()).isTrue();
      assertThat(first.finish(link)).isFalse();
      assertThat(first.finish(claim)).isTrue();
      assertThat(first.finish(claim)).isFalse();
      assertThat(first.isOffered()).isFalse();
    }
    assertThat(another).isDirectoryContaining("glob:**.root");
    try (ConfigurableApplicationContext server = start()) {
      FirstStart first = server.getBean(FirstStart.class);
      assertThat(first.isNeeded()).isFalse();
      String again = first.redeem(first.issue()).orElseThrow();
      assertThat(first.found(again, PASSPHRASE, temporary.resolve("stick/more")))
          .isEqualTo(new Founding.Refused(Why.LINK));
      server.getBean(Keys.class).unseal(PASSPHRASE);
      assertThat(server.getBean(Keys.class).rootCopies()).hasSize(3);
    }
  }

  @Test
  void theLinkEndsAfterAnHour() {
    try (ConfigurableApplicationContext server = start()) {
      FirstStart first = server.getBean(FirstStart.class);
      String link = first.issue();
      SettableClock clock = (SettableClock) server.getBean(Clock.class);
      clock.set(clock.instant().plus(Duration.ofHours(1)));
      assertThat(first.redeem(link)).isEmpty();
    }
  }

  private ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(SafehandServer.class).web(WebApplicationType.NONE)
        .run("--safehand.data=" + temporary.resolve("data"), "--safehand.clock=settable",
            "--safehand.database.url=" + database.url(), "--safehand.database.user=" + database.user(),
            "--safehand.database.password=" + database.password());
  }
}
