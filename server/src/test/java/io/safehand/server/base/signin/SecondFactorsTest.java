package io.safehand.server.base.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.start.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SafehandTest
class SecondFactorsTest {
  /** Ten thousand with {@code -Dsafehand.faults=all}. */
  private static final int RACES = "all".equals(System.getProperty("safehand.faults")) ? 10_000 : 400;

  @Autowired
  SecondFactors factors;
  @Autowired
  Access access;
  @Autowired
  Storage storage;
  @Autowired
  Clock clock;

  private Account officer;
  private Instant start;
  private Authenticator app;
  private List<Secret> codes;

  @BeforeEach
  void anOfficerWithAnApp() {
    start = clock.instant();
    officer = SampleCompany.in(access).person("officer", Role.SELLER_OFFICER);
    TotpOffer offer = factors.offer(officer, "officer");
    app = new Authenticator(offer.secret(), clock);
    codes = factors.enrol(officer, offer.carried(), app.code()).orElseThrow();
    advance(Duration.ofMinutes(5));
  }

  @AfterEach
  void backToTheStart() {
    ((SettableClock) clock).set(start);
  }

  @Test
  void aCodeOfItsTimeProvesOnce() {
    String code = app.code();
    assertThat(factors.prove(officer, code)).contains(Factor.TOTP);
    assertThat(factors.prove(officer, code)).isEmpty();
  }

  @Test
  void theCodeThatEnrolledDoesNotProve() {
    TotpOffer offer = factors.offer(officer, "officer");
    String code = new Authenticator(offer.secret(), clock).code();
    assertThat(factors.enrol(officer, offer.carried(), code)).isPresent();
    assertThat(factors.prove(officer, code)).isEmpty();
  }

  @Test
  void clocksMayDifferByOneStep() {
    assertThat(factors.prove(officer, app.code(Duration.ofSeconds(-60)))).isEmpty();
    assertThat(factors.prove(officer, app.code(Duration.ofSeconds(60)))).isEmpty();
    assertThat(factors.prove(officer, app.code(Duration.ofSeconds(-30)))).contains(Factor.TOTP);
    assertThat(factors.prove(officer, app.code(Duration.ofSeconds(30)))).contains(Factor.TOTP);
  }

  @Test
  void anOlderCodeProvesNothingAfterANewerOne() {
    String older = app.code(Duration.ofSeconds(-30));
    assertThat(factors.prove(officer, app.code())).contains(Factor.TOTP);
    assertThat(factors.prove(officer, older)).isEmpty();
  }

  @Test
  void ofManyUsesOfOneCodeAtOnceOneCounts() throws InterruptedException {
    String code = app.code();
    assertThat(successes(() -> factors.prove(officer, code).isPresent())).isEqualTo(1);
  }

  @Test
  void ofManyUsesOfOneRecoveryCodeAtOnceOneCounts() throws InterruptedException {
    String code = codes.getFirst().exposed();
    assertThat(successes(() -> factors.prove(officer, code).isPresent())).isEqualTo(1);
    assertThat(factors.codesLeft(officer)).isEqualTo(9);
  }

  @Test
  void recoveryCodesAreTenAndAllDifferentAndTypedAsPeopleType() {
    assertThat(codes).hasSize(10).extracting(Secret::exposed).doesNotHaveDuplicates();
    assertThat(factors.prove(officer, " " + codes.get(3).exposed().toLowerCase().replace("-", " ")))
        .contains(Factor.RECOVERY_CODE);
    assertThat(factors.prove(officer, "AAAA-AAAA-AAAA-AAAA")).isEmpty();
  }

  @Test
  void newRecoveryCodesReplaceTheOld() {
    List<Secret> fresh = factors.renewCodes(officer);
    assertThat(factors.prove(officer, codes.get(1).exposed())).isEmpty();
    assertThat(factors.prove(officer, fresh.get(1).exposed())).contains(Factor.RECOVERY_CODE);
  }

  @Test
  void anOfferIsForItsAccountAndAQuarterOfAnHour() {
    TotpOffer offer = factors.offer(officer, "officer");
    Authenticator other = new Authenticator(offer.secret(), clock);
    Account stranger = SampleCompany.in(access).person("officer", Role.SELLER_OFFICER);
    assertThat(factors.enrol(stranger, offer.carried(), other.code())).isEmpty();
    assertThat(factors.enrol(officer, offer.carried(), "000000")).isEmpty();
    assertThat(factors.enrol(officer, "forged", other.code())).isEmpty();
    advance(Duration.ofMinutes(15));
    assertThat(factors.enrol(officer, offer.carried(), other.code())).isEmpty();
    assertThat(factors.prove(officer, app.code())).contains(Factor.TOTP);
  }

  @Test
  void whatHasEndedProvesNothing() {
    assertThat(factors.end(officer)).isTrue();
    assertThat(factors.prove(officer, app.code())).isEmpty();
    assertThat(factors.prove(officer, codes.getFirst().exposed())).isEmpty();
    assertThat(factors.has(officer)).isFalse();
  }

  @Test
  void theDatabaseHoldsNeitherSecretNorCode() {
    TotpOffer offer = factors.offer(officer, "officer");
    factors.enrol(officer, offer.carried(), new Authenticator(offer.secret(), clock).code());
    List<String> rows = storage.in(officer.company(), () -> storage.jdbc()
        .sql(
            "select encode(secret, 'escape') from signin.totp union select encode(sha256, 'escape') from signin.recovery_code")
        .query(String.class)
        .list());
    assertThat(rows).hasSizeGreaterThan(10).noneMatch(row -> row.contains(offer.secret().exposed()));
    assertThat(offer.toString()).doesNotContain(offer.secret().exposed());
    assertThat(codes.toString()).doesNotContain(codes.getFirst().exposed());
  }

  private int successes(java.util.function.BooleanSupplier act) throws InterruptedException {
    AtomicInteger successes = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      for (int race = 0; race < RACES; race++) {
        threads.submit(() -> successes.addAndGet(act.getAsBoolean() ? 1 : 0));
      }
    }
    return successes.get();
  }

  private void advance(Duration by) {
    ((SettableClock) clock).advance(by);
  }
}
