package io.safehand.server.base.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.EndingAccounts;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.start.SettableClock;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SafehandTest
class PasskeysTest {
  private static final Origin HERE = Origin.of(true, "safehand.example", 8443);
  private static final String PASSWORD = "石板桥上数游鱼-40921";

  @Autowired
  Passkeys passkeys;
  @Autowired
  ShowingPasskeys showing;
  @Autowired
  SigningIn signingIn;
  @Autowired
  SignIns signIns;
  @Autowired
  Sessions sessions;
  @Autowired
  EndingAccounts ending;
  @Autowired
  Access access;
  @Autowired
  Storage storage;
  @Autowired
  Clock clock;

  private final SessionToken browser = SessionToken.fresh(new SecureRandom());
  private SampleCompany company;
  private Account officer;
  private Device device;
  private String address;
  private Instant start;

  @BeforeEach
  void anOfficerWithAPasskey() {
    start = clock.instant();
    company = SampleCompany.in(access);
    officer = company.person("officer", Role.SELLER_OFFICER);
    address = "address of " + officer.who();
    device = passkeyOf(officer);
  }

  @AfterEach
  void backToTheStart() {
    ((SettableClock) clock).set(start);
  }

  @Test
  void aPasskeySignsInItsOwnAccountByBothFactorsAtOnce() {
    SigningIn.Step step = signIn(device.show(asked(), HERE));
    Sessions.SignedIn who = sessions.find(((SigningIn.Step.Begun) step).session()).orElseThrow();
    assertThat(who.account().id()).isEqualTo(officer.id());
    assertThat(who.session().factors()).isEqualTo(Set.of(Factor.PASSKEY));
    assertThat(passkeys.of(officer).getFirst().used()).contains(clock.instant());
  }

  @Test
  void aNetworkThatAsksWithoutEndFillsNothing() {
    for (int n = 0; n < Throttle.Kind.ASKING.most; n++) {
      assertThat(showing.signInBy(SessionToken.fresh(new SecureRandom()), HERE, address)).isPresent();
    }
    assertThat(showing.signInBy(browser, HERE, address)).isEmpty();
    assertThat(showing.signInBy(browser, HERE, "another " + address)).isPresent();
  }

  @Test
  void anAnswerCountsOnce() {
    String answer = device.show(asked(), HERE);
    assertThat(signIn(answer)).isInstanceOf(SigningIn.Step.Begun.class);
    refused(answer);
    asked();
    refused(answer);
  }

  @Test
  void aWrongAnswerUsesTheChallengeUpToo() {
    String request = asked();
    refused(device.show(request, Origin.of(true, "evil.example", 443)));
    refused(device.show(request, HERE));
  }

  @Test
  void aChallengeLivesFiveMinutesAndIsForOneBrowser() {
    String late = device.show(asked(), HERE);
    ((SettableClock) clock).advance(Challenges.VALID);
    refused(late);
    String elsewhere = device
        .show(showing.signInBy(SessionToken.fresh(new SecureRandom()), HERE, address).orElseThrow(), HERE);
    refused(elsewhere);
  }

  @Test
  void aPageOfAnotherNameOrPortOrWithoutTlsGetsNothing() {
    refused(device.show(asked(), Origin.of(true, "evil.example", 8443)));
    refused(device.show(asked(), Origin.of(true, "safehand.example", 9999)));
    refused(device.show(asked(), Origin.of(false, "safehand.example", 8443)));
  }

  @Test
  void aDeviceThatDidNotVerifyItsOwnerOpensNothingAndMakesNothing() {
    device.verifies = false;
    refused(device.show(asked(), HERE));
    Sessions.SignedIn who = session(officer);
    assertThat(passkeys.add(who, HERE, "stick", device.make(passkeys.creation(who, HERE), HERE))).isFalse();
  }

  @Test
  void aPasskeyWithTheHandleOfAnotherAccountOpensNeither() {
    Account lawyer = company.person("lawyer", Role.SELLER_LAWYER);
    String handle = PasskeyRows.handle(lawyer.company(), lawyer.id()).toBase64UrlString();
    refused(device.show(challenge(asked()), HERE, handle));
    refused(device.show(challenge(asked()), HERE, ""));
  }

  @Test
  void aKeyThatWasNeverAddedOpensNothing() {
    Device stranger = new Device();
    Sessions.SignedIn who = session(officer);
    stranger.make(passkeys.creation(who, HERE), HERE);
    refused(stranger.show(asked(), HERE));
  }

  @Test
  void aCopyShowsAndOpensNothing() {
    device.counter = 10;
    assertThat(signIn(device.show(asked(), HERE))).isInstanceOf(SigningIn.Step.Begun.class);
    device.counter = 5;
    refused(device.show(asked(), HERE));
    assertThat(written(Act.PASSKEY_COPIED)).isEqualTo(1);
  }

  @Test
  void oneCredentialBelongsToOneAccountForEver() {
    Account lawyer = company.person("lawyer", Role.SELLER_LAWYER);
    Sessions.SignedIn who = session(lawyer);
    assertThat(passkeys.add(who, HERE, "stolen", device.make(passkeys.creation(who, HERE), HERE))).isFalse();
    assertThat(passkeys.of(lawyer)).isEmpty();
  }

  @Test
  void provesOnesOwnAccountAnewAndNoOther() {
    Sessions.SignedIn mine = session(officer);
    assertThat(showing.prove(mine, HERE, device.show(showing.proveBy(mine, HERE), HERE))).isTrue();
    assertThat(sessions.of(officer)).anyMatch(sessions::isSteppedUp);
    Account lawyer = company.person("lawyer", Role.SELLER_LAWYER);
    Sessions.SignedIn other = session(lawyer);
    assertThat(showing.prove(other, HERE, device.show(showing.proveBy(other, HERE), HERE))).isFalse();
    assertThat(sessions.of(lawyer)).noneMatch(sessions::isSteppedUp);
  }

  @Test
  void whatWasSignedToSignInProvesNothingAnew() {
    Sessions.SignedIn mine = session(officer);
    assertThat(showing.prove(mine, HERE, device.show(asked(), HERE))).isFalse();
  }

  @Test
  void thePasswordAloneOpensNothingAnyMore() {
    String name = "officer-" + officer.who();
    assertThat(signIns.set(officer, name, PASSWORD.toCharArray())).isEmpty();
    assertThat(signingIn.byPassword(name, PASSWORD.toCharArray(), new SigningIn.From(address, "")))
        .isInstanceOf(SigningIn.Step.CodeNeeded.class);
    assertThat(signingIn.proveAgain(session(officer), PASSWORD)).isFalse();
  }

  @Test
  void anEndedPasskeyAndOneOfAnEndedAccountOpenNothing() {
    assertThat(passkeys.end(company.administrator(), passkeys.of(officer).getFirst().id())).isFalse();
    Account lawyer = company.person("lawyer", Role.SELLER_LAWYER);
    Device lawyers = passkeyOf(lawyer);
    assertThat(passkeys.end(officer, passkeys.of(officer).getFirst().id())).isTrue();
    refused(device.show(asked(), HERE));
    ending.end(company.administrator(), lawyer.id());
    refused(lawyers.show(asked(), HERE));
    assertThat(written(Act.FACTOR_ENDED)).isEqualTo(1);
  }

  @Test
  void whatIsNoAnswerIsRefusedWithoutBreaking() {
    for (String answer : new String[]{"", "{}", "[]", "x".repeat(20_000),
      "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}"}) {
      asked();
      refused(answer);
    }
  }

  private Device passkeyOf(Account account) {
    Device made = new Device();
    Sessions.SignedIn who = session(account);
    assertThat(passkeys.add(who, HERE, "phone", made.make(passkeys.creation(who, HERE), HERE))).isTrue();
    return made;
  }

  private Sessions.SignedIn session(Account account) {
    return sessions.find(sessions.begin(account)).orElseThrow();
  }

  private String asked() {
    return showing.signInBy(browser, HERE, address).orElseThrow();
  }

  private static String challenge(String request) {
    return Json.parse(request.getBytes(StandardCharsets.UTF_8)).asObject().text("challenge");
  }

  private SigningIn.Step signIn(String answer) {
    return showing.signIn(browser, HERE, answer, address);
  }

  private void refused(String answer) {
    assertThat(signIn(answer)).isInstanceOf(SigningIn.Step.Refused.class);
  }

  private int written(Act act) {
    return storage.in(officer.company(), () -> storage.jdbc().sql("""
        select count(*) from ledger.line
         where company_id = ? and convert_from(bytes, 'UTF8')::json ->> 'act' = ?
        """).params(officer.company().value(), act.code()).query(Integer.class).single());
  }
}
