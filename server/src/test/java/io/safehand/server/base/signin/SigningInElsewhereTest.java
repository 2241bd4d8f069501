package io.safehand.server.base.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.EndingAccounts;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.signin.SigningInElsewhere.Outcome;
import io.safehand.server.start.SettableClock;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SafehandTest
class SigningInElsewhereTest {
  private static final FakeHouse HOUSE = new FakeHouse();

  @Autowired
  SigningInElsewhere elsewhere;
  @Autowired
  SigningIn signingIn;
  @Autowired
  SecondFactors factors;
  @Autowired
  Sessions sessions;
  @Autowired
  EndingAccounts ending;
  @Autowired
  Access access;
  @Autowired
  Clock clock;

  private final SessionToken browser = SessionToken.fresh(new SecureRandom());
  private SampleCompany company;
  private Account officer;
  private String subject;
  private String address;
  private Instant start;

  @DynamicPropertySource
  static void house(DynamicPropertyRegistry properties) {
    properties.add("safehand.oidc.issuer", HOUSE::issuer);
    properties.add("safehand.address", () -> "https://safehand.example");
  }

  @AfterAll
  static void close() {
    HOUSE.close();
  }

  @BeforeEach
  void anOfficerWhoIsLinked() {
    start = clock.instant();
    HOUSE.clock = clock;
    company = SampleCompany.in(access);
    officer = company.person("officer", Role.SELLER_OFFICER);
    subject = "subject of " + officer.who();
    address = "address of " + officer.who();
    assertThat(link(officer, subject)).isInstanceOf(Outcome.Linked.class);
  }

  @AfterEach
  void honestAgain() {
    HOUSE.lie = UnaryOperator.identity();
    HOUSE.signs = true;
    HOUSE.signing = HOUSE.own();
    ((SettableClock) clock).set(start);
  }

  @Test
  void signsInTheAccountThatItsOwnerLinked() {
    Outcome outcome = signIn(subject);
    SigningIn.Step.Begun begun = (SigningIn.Step.Begun) ((Outcome.Signed) outcome).step();
    Sessions.SignedIn who = sessions.find(begun.session()).orElseThrow();
    assertThat(who.account().id()).isEqualTo(officer.id());
    assertThat(who.session().factors()).isEqualTo(Set.of(Factor.OTHER_HOUSE));
  }

  @Test
  void aSecondFactorIsAskedForAsAlways() {
    TotpOffer offer = factors.offer(officer, "officer");
    Authenticator app = new Authenticator(offer.secret(), clock);
    assertThat(factors.enrol(officer, offer.carried(), app.code())).isPresent();
    ((SettableClock) clock).advance(Duration.ofMinutes(1));
    SigningIn.Step.CodeNeeded needed = (SigningIn.Step.CodeNeeded) ((Outcome.Signed) signIn(subject)).step();
    assertThat(sessions.find(needed.half())).isEmpty();
    SigningIn.Step.Begun begun = (SigningIn.Step.Begun) signingIn.byCode(needed.half(), app.code());
    assertThat(sessions.find(begun.session()).orElseThrow().session().factors())
        .isEqualTo(Set.of(Factor.OTHER_HOUSE, Factor.TOTP));
  }

  @Test
  void somebodyWithTheSameMailAddressButAnotherSubjectOpensNothing() {
    refused(signIn("another " + subject));
  }

  @Test
  void anAnswerCountsOnceAndInTheBrowserThatAsked() {
    URI asked = elsewhere.ask(browser).orElseThrow();
    String code = HOUSE.signIn(asked, subject);
    SessionToken other = SessionToken.fresh(new SecureRandom());
    refused(elsewhere.answer(other, FakeHouse.state(asked), code, address));
    assertThat(elsewhere.answer(browser, FakeHouse.state(asked), code, address))
        .isInstanceOf(Outcome.Signed.class);
    refused(elsewhere.answer(browser, FakeHouse.state(asked), HOUSE.signIn(asked, subject), address));
    refused(elsewhere.answer(browser, "made up", HOUSE.signIn(asked, subject), address));
  }

  @Test
  void aQuestionLivesTenMinutes() {
    URI asked = elsewhere.ask(browser).orElseThrow();
    String code = HOUSE.signIn(asked, subject);
    ((SettableClock) clock).advance(SigningInElsewhere.VALID);
    refused(elsewhere.answer(browser, FakeHouse.state(asked), code, address));
  }

  @Test
  void aCodeOfAnotherQuestionOpensNothing() {
    URI stolen = elsewhere.ask(SessionToken.fresh(new SecureRandom())).orElseThrow();
    String code = HOUSE.signIn(stolen, subject);
    URI asked = elsewhere.ask(browser).orElseThrow();
    refused(elsewhere.answer(browser, FakeHouse.state(asked), code, address));
  }

  @Test
  void aTokenForOthersOrFromOthersOrOutOfTimeOpensNothing() {
    Date before = Date.from(clock.instant().minus(Duration.ofHours(1)));
    lies(claims -> claims.audience("another client"));
    lies(claims -> claims.issuer("https://evil.example"));
    lies(claims -> claims.claim("nonce", "of another question"));
    lies(claims -> claims.claim("nonce", null));
    lies(claims -> claims.expirationTime(before));
    lies(claims -> claims.claim("azp", "another client"));
    lies(claims -> claims.subject(null));
  }

  @Test
  void aTokenThatTheHouseDidNotSignOpensNothing() {
    HOUSE.signing = FakeHouse.draw("another key");
    refused(signIn(subject));
    HOUSE.signs = false;
    refused(signIn(subject));
  }

  @Test
  void oneSubjectBelongsToOneAccount() {
    Account lawyer = company.person("lawyer", Role.SELLER_LAWYER);
    refused(link(lawyer, subject));
    assertThat(elsewhere.of(lawyer)).isEmpty();
  }

  @Test
  void anEndedLinkAndAnEndedAccountOpenNothing() {
    assertThat(elsewhere.end(company.administrator(), elsewhere.of(officer).getFirst().id())).isFalse();
    assertThat(elsewhere.end(officer, elsewhere.of(officer).getFirst().id())).isTrue();
    refused(signIn(subject));
    assertThat(link(officer, subject)).isInstanceOf(Outcome.Linked.class);
    ending.end(company.administrator(), officer.id());
    refused(signIn(subject));
  }

  private void lies(UnaryOperator<JWTClaimsSet.Builder> lie) {
    HOUSE.lie = lie;
    refused(signIn(subject));
  }

  private Outcome link(Account account, String who) {
    URI asked = elsewhere.askToLink(browser, account).orElseThrow();
    return elsewhere.answer(browser, FakeHouse.state(asked), HOUSE.signIn(asked, who), address);
  }

  private Outcome signIn(String who) {
    URI asked = elsewhere.ask(browser).orElseThrow();
    return elsewhere.answer(browser, FakeHouse.state(asked), HOUSE.signIn(asked, who), address);
  }

  private static void refused(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
  }
}
