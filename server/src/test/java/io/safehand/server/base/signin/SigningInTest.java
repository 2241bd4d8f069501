package io.safehand.server.base.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.EndingAccounts;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.keys.SealedTexts;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.start.SettableClock;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SafehandTest
class SigningInTest {
  private static final String PASSWORD = "白鹭洲畔听雨眠-50817";
  private static final String WRONG = "not the right password";

  @Autowired
  SigningIn signingIn;
  @Autowired
  SignIns signIns;
  @Autowired
  SecondFactors factors;
  @Autowired
  Sessions sessions;
  @Autowired
  KnownBrowsers browsers;
  @Autowired
  EndingAccounts ending;
  @Autowired
  Access access;
  @Autowired
  SealedTexts texts;
  @Autowired
  Storage storage;
  @Autowired
  Clock clock;

  private SampleCompany company;
  private Account officer;
  private String name;
  private String address;
  private String mark;
  private Instant start;

  @BeforeEach
  void anOfficerWithAPassword() {
    start = clock.instant();
    company = SampleCompany.in(access);
    officer = company.person("officer", Role.SELLER_OFFICER);
    name = "officer-" + officer.who();
    address = "address of " + officer.who();
    assertThat(signIns.set(officer, name, PASSWORD.toCharArray())).isEmpty();
    mark = browsers.mark(sessions.begin(officer)).orElseThrow();
  }

  @AfterEach
  void backToTheStart() {
    ((SettableClock) clock).set(start);
  }

  @Test
  void withoutASecondFactorThePasswordIsEnough() {
    SigningIn.Step step = byPassword(name, PASSWORD);
    assertThat(step).isInstanceOf(SigningIn.Step.Begun.class);
    assertThat(session(step).factors()).isEqualTo(Set.of(Factor.PASSWORD));
  }

  @Test
  void withASecondFactorThePasswordAloneOpensNothing() {
    Authenticator app = enrolled();
    SessionToken half = half();
    assertThat(sessions.find(half)).isEmpty();
    assertThat(signingIn.byCode(half, "000000")).isInstanceOf(SigningIn.Step.Refused.class);
    SigningIn.Step step = signingIn.byCode(half, app.code());
    assertThat(session(step).factors()).isEqualTo(Set.of(Factor.PASSWORD, Factor.TOTP));
    assertThat(((SigningIn.Step.Begun) step).session().exposed()).isNotEqualTo(half.exposed());
  }

  @Test
  void aCodeOpensNothingWithoutThePasswordBefore() {
    Authenticator app = enrolled();
    SessionToken made = SessionToken.fresh(new SecureRandom());
    assertThat(signingIn.byCode(made, app.code())).isInstanceOf(SigningIn.Step.Refused.class);
  }

  @Test
  void theHalfWayOpensOnceAndForFiveMinutes() {
    Authenticator app = enrolled();
    SessionToken half = half();
    assertThat(signingIn.byCode(half, app.code())).isInstanceOf(SigningIn.Step.Begun.class);
    advance(Duration.ofMinutes(1));
    assertThat(signingIn.byCode(half, app.code())).isInstanceOf(SigningIn.Step.Refused.class);
    SessionToken late = half();
    advance(Duration.ofMinutes(5));
    assertThat(signingIn.byCode(late, app.code())).isInstanceOf(SigningIn.Step.Refused.class);
  }

  @Test
  void afterSixWrongTriesTheRightPasswordWaitsAQuarterOfAnHour() {
    for (int n = 0; n < 6; n++) {
      assertThat(byPassword(name, WRONG)).isInstanceOf(SigningIn.Step.Refused.class);
    }
    assertThat(byPassword(name, PASSWORD))
        .isEqualTo(new SigningIn.Step.Locked(clock.instant().plus(Throttle.WINDOW)));
    advance(Throttle.WINDOW);
    assertThat(byPassword(name, PASSWORD)).isInstanceOf(SigningIn.Step.Begun.class);
  }

  @Test
  void wrongTriesElsewhereLockNobodyOut() {
    for (int n = 0; n < 60; n++) {
      signingIn.byPassword(name, WRONG.toCharArray(), from("attacker " + n / 6 + officer.who()));
    }
    assertThat(byPassword(name, PASSWORD)).as("a browser that is not known waits, wherever it is")
        .isInstanceOf(SigningIn.Step.Locked.class);
    assertThat(signingIn.byPassword(name, PASSWORD.toCharArray(), new SigningIn.From(address, mark)))
        .isInstanceOf(SigningIn.Step.Begun.class);
    advance(Throttle.WINDOW);
    assertThat(byPassword(name, PASSWORD)).isInstanceOf(SigningIn.Step.Begun.class);
  }

  @Test
  void sixWrongTriesFromOneSourceLeaveTheNameOpenElsewhere() {
    for (int n = 0; n < 40; n++) {
      signingIn.byPassword(name, WRONG.toCharArray(), from("attacker of " + officer.who()));
    }
    assertThat(byPassword(name, PASSWORD)).isInstanceOf(SigningIn.Step.Begun.class);
  }

  @Test
  void aKnownBrowserHasSixTriesToo() {
    for (int n = 0; n < 6; n++) {
      assertThat(signingIn.byPassword(name, WRONG.toCharArray(), new SigningIn.From("moving " + n, mark)))
          .isInstanceOf(SigningIn.Step.Refused.class);
    }
    assertThat(signingIn.byPassword(name, PASSWORD.toCharArray(), new SigningIn.From(address, mark)))
        .isEqualTo(new SigningIn.Step.Locked(clock.instant().plus(Throttle.WINDOW)));
    assertThat(byPassword(name, PASSWORD)).isInstanceOf(SigningIn.Step.Begun.class);
  }

  @Test
  void aMarkIsForOneNameAndCannotBeMade() {
    assertThat(browsers.knows(name, mark)).isTrue();
    assertThat(browsers.knows("nobody-" + name, mark)).isFalse();
    assertThat(browsers.knows(name, mark.substring(0, mark.length() - 1) + (mark.endsWith("0") ? "1" : "0")))
        .isFalse();
    assertThat(browsers.knows(name, "")).isFalse();
  }

  @Test
  void aWholeNetworkOfLongAddressesIsOneSource() {
    assertThat(Network.of("2001:db8:1:2:3:4:5:6")).isEqualTo(Network.of("2001:db8:1:2::9"));
    assertThat(Network.of("2001:db8:1:2::9")).isNotEqualTo(Network.of("2001:db8:1:3::9"));
    assertThat(Network.of("192.0.2.7")).isEqualTo("192.0.2.7");
  }

  @Test
  void aNameThatNobodyHasIsLockedInTheSameWay() {
    for (int n = 0; n < 6; n++) {
      assertThat(byPassword("nobody-" + name, WRONG)).isInstanceOf(SigningIn.Step.Refused.class);
    }
    assertThat(byPassword("NOBODY-" + name, WRONG))
        .isEqualTo(new SigningIn.Step.Locked(clock.instant().plus(Throttle.WINDOW)));
  }

  @Test
  void anAddressThatTriesManyNamesIsLockedButTheOfficeBehindItIsNot() {
    for (int n = 0; n < 40; n++) {
      assertThat(byPassword(name, PASSWORD)).isInstanceOf(SigningIn.Step.Begun.class);
    }
    for (int n = 0; n < 30; n++) {
      assertThat(byPassword("nobody-" + n + officer.who(), WRONG)).isInstanceOf(SigningIn.Step.Refused.class);
    }
    assertThat(byPassword(name, PASSWORD)).isInstanceOf(SigningIn.Step.Locked.class);
    assertThat(signingIn.byPassword(name, PASSWORD.toCharArray(), from("another " + address)))
        .isInstanceOf(SigningIn.Step.Begun.class);
  }

  @Test
  void aLockedAddressLeavesNoRowForANameThatItMadeUp() {
    for (int n = 0; n < 30; n++) {
      byPassword("nobody-" + n + officer.who(), WRONG);
    }
    assertThat(byPassword("made-up-" + officer.who(), WRONG)).isInstanceOf(SigningIn.Step.Locked.class);
    byte[] subject = texts.hash("signin.tries." + Throttle.Kind.NAME_HERE,
        "made-up-" + officer.who() + "\n" + Network.of(address));
    assertThat(storage.inNone(() -> storage.jdbc()
        .sql("select 1 from signin.tries where subject = ?")
        .param(subject)
        .query(Integer.class)
        .optional())).isEmpty();
  }

  @Test
  void noNumberOfTriesAtOnceIsMoreThanIsAllowed() {
    AtomicInteger tried = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
      for (int n = 0; n < 60; n++) {
        threads
            .submit(() -> tried.addAndGet(byPassword(name, WRONG) instanceof SigningIn.Step.Refused ? 1 : 0));
      }
    }
    assertThat(tried).hasValue(6);
  }

  @Test
  void codesCannotBeTriedOneAfterTheOther() {
    Authenticator app = enrolled();
    for (int n = 0; n < 6; n++) {
      assertThat(signingIn.byCode(half(), "00000" + n)).isInstanceOf(SigningIn.Step.Refused.class);
    }
    assertThat(signingIn.byCode(half(), app.code())).isInstanceOf(SigningIn.Step.Locked.class);
  }

  @Test
  void anAccountThatEndedBetweenPasswordAndCodeStaysShut() {
    Authenticator app = enrolled();
    SessionToken half = half();
    ending.end(company.administrator(), officer.id());
    assertThat(signingIn.byCode(half, app.code())).isInstanceOf(SigningIn.Step.Refused.class);
  }

  @Test
  void whoHasASecondFactorProvesAgainByItAndNotByThePassword() {
    Sessions.SignedIn who = sessions.find(sessions.begin(officer)).orElseThrow();
    assertThat(signingIn.proveAgain(who, WRONG)).isFalse();
    assertThat(signingIn.proveAgain(who, PASSWORD)).isTrue();
    Authenticator app = enrolled();
    assertThat(signingIn.proveAgain(who, PASSWORD)).isFalse();
    assertThat(signingIn.proveAgain(who, app.code())).isTrue();
  }

  @Test
  void provingAgainIsLockedToo() {
    Sessions.SignedIn who = sessions.find(sessions.begin(officer)).orElseThrow();
    for (int n = 0; n < 6; n++) {
      assertThat(signingIn.proveAgain(who, WRONG)).isFalse();
    }
    assertThat(signingIn.proveAgain(who, PASSWORD)).isFalse();
  }

  @Test
  void namesAndAddressesAreCountedAsKeyedHashes() {
    byPassword(name, WRONG);
    List<String> rows = storage.inNone(() -> storage.jdbc()
        .sql("select encode(subject, 'escape') from signin.tries")
        .query(String.class)
        .list());
    assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(officer.who()));
  }

  private SigningIn.Step byPassword(String as, String password) {
    return signingIn.byPassword(as, password.toCharArray(), from(address));
  }

  private static SigningIn.From from(String address) {
    return new SigningIn.From(address, "");
  }

  private SessionToken half() {
    return ((SigningIn.Step.CodeNeeded) byPassword(name, PASSWORD)).half();
  }

  private Session session(SigningIn.Step step) {
    return sessions.find(((SigningIn.Step.Begun) step).session()).orElseThrow().session();
  }

  private Authenticator enrolled() {
    TotpOffer offer = factors.offer(officer, name);
    Authenticator app = new Authenticator(offer.secret(), clock);
    assertThat(factors.enrol(officer, offer.carried(), app.code())).isPresent();
    advance(Duration.ofMinutes(1));
    return app;
  }

  private void advance(Duration by) {
    ((SettableClock) clock).advance(by);
  }
}
