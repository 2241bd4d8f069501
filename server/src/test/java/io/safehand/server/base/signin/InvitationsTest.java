package io.safehand.server.base.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.safehand.core.person.PersonalText;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.AccessRefusal;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.access.NotAllowed;
import io.safehand.server.base.access.Parties;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.start.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SafehandTest
class InvitationsTest {
  private static final String PASSWORD = "一蓑烟雨任平生-1082";
  private static final Invitations.Newcomer NEWCOMER = new Invitations.Newcomer("cashier",
      PersonalText.of("顾南乔"), PersonalText.of("cashier@office.example"));

  @Autowired
  Invitations invitations;
  @Autowired
  SecondFactors factors;
  @Autowired
  SigningIn signingIn;
  @Autowired
  SignIns signIns;
  @Autowired
  ConfirmingRoles confirming;
  @Autowired
  Parties parties;
  @Autowired
  Access access;
  @Autowired
  Storage storage;
  @Autowired
  Clock clock;

  private SampleCompany company;
  private Secret link;
  private Account invited;
  private String name;
  private Instant start;

  @BeforeEach
  void somebodyWasInvited() {
    start = clock.instant();
    company = SampleCompany.in(access);
    link = invitations.invite(company.administrator(), NEWCOMER).orElseThrow();
    invited = access.account(company.id(), "cashier").orElseThrow();
    name = "cashier-" + invited.who();
  }

  @AfterEach
  void backToTheStart() {
    ((SettableClock) clock).set(start);
  }

  @Test
  void whoAcceptsSignsInAndMayDoNothingYet() {
    assertThat(accept(link)).isInstanceOfSatisfying(Invitations.Outcome.Accepted.class,
        accepted -> assertThat(accepted.codes()).hasSize(10));
    assertThat(signingIn.byPassword(name, PASSWORD.toCharArray(), new SigningIn.From("somewhere", "")))
        .isInstanceOf(SigningIn.Step.CodeNeeded.class);
    assertThat(access.account(company.id(), invited.id()).orElseThrow().roles()).isEmpty();
    assertThat(parties.person(company.id(), invited.id()).orElseThrow().name()).isEqualTo(NEWCOMER.name());
  }

  @Test
  void lookingDecidesNothing() {
    for (int n = 0; n < 3; n++) {
      assertThat(invitations.find(link.exposed())).isPresent();
    }
    assertThat(signIns.name(invited)).isEmpty();
    assertThat(accept(link)).isInstanceOf(Invitations.Outcome.Accepted.class);
  }

  @Test
  void aLinkWorksOnce() {
    accept(link);
    assertThat(invitations.find(link.exposed())).isEmpty();
    assertThat(accept(link)).isEqualTo(new Invitations.Outcome.Refused("signin.invitation-over"));
  }

  @Test
  void ofManyWhoUseOneLinkAtOnceOneComesIn() {
    AtomicInteger accepted = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int n = 0; n < 24; n++) {
        threads
            .submit(() -> accepted.addAndGet(accept(link) instanceof Invitations.Outcome.Accepted ? 1 : 0));
      }
    }
    assertThat(accepted).hasValue(1);
  }

  @Test
  void aLinkWorksForAWeek() {
    advance(Invitations.VALID);
    assertThat(invitations.find(link.exposed())).isEmpty();
    assertThat(accept(link)).isEqualTo(new Invitations.Outcome.Refused("signin.invitation-over"));
  }

  @Test
  void aNewLinkReplacesTheOld() {
    Secret second = invitations.again(company.administrator(), invited.id()).orElseThrow();
    assertThat(accept(link)).isEqualTo(new Invitations.Outcome.Refused("signin.invitation-over"));
    assertThat(accept(second)).isInstanceOf(Invitations.Outcome.Accepted.class);
  }

  @Test
  void anAdministratorTakesOverNobodyWhoCanSignIn() {
    accept(link);
    assertThat(invitations.again(company.administrator(), invited.id())).isEmpty();
    assertThat(invitations.again(SampleCompany.in(access).administrator(), invited.id())).isEmpty();
  }

  @Test
  void anAdministratorOpensNoAccountThatHasARole() {
    Account staff = company.person("staff", Role.STAFF);
    assertThat(invitations.again(company.administrator(), staff.id())).isEmpty();
    assertThat(invitations.again(company.administrator(), company.securityOfficer().id()))
        .as("the founding security officer, before anybody is in")
        .isEmpty();
  }

  @Test
  void noRoleIsConfirmedBeforeTheLinkIsUsedUp() {
    access.propose(company.administrator(), invited.id(), Role.STAFF);
    assertThat(confirming.confirm(company.securityOfficer(), invited.id(), Role.STAFF))
        .contains(AccessRefusal.NOT_IN);
    assertThat(access.account(company.id(), invited.id()).orElseThrow().roles()).isEmpty();
    accept(link);
    assertThat(signIns.since(invited)).contains(clock.instant());
    assertThat(confirming.confirm(company.securityOfficer(), invited.id(), Role.STAFF)).isEmpty();
    assertThat(invitations.again(company.administrator(), invited.id())).isEmpty();
  }

  @Test
  void linksOfAFoundingEndWithTheFirstWhoComesIn() {
    AccountId officer = company.securityOfficer().id();
    assertThat(invitations.founding(company.id(), officer)).isPresent();
    accept(link);
    assertThat(invitations.founding(company.id(), officer)).isEmpty();
    assertThat(invitations.founding(company.id(), company.administrator().id())).isEmpty();
  }

  @Test
  void onlyAnAdministratorInvitesAndNobodyTwice() {
    assertThatExceptionOfType(NotAllowed.class)
        .isThrownBy(() -> invitations.invite(company.securityOfficer(), NEWCOMER));
    assertThatExceptionOfType(NotAllowed.class)
        .isThrownBy(() -> invitations.invite(company.person("staff", Role.STAFF), NEWCOMER));
    assertThat(invitations.invite(company.administrator(), NEWCOMER)).isEmpty();
  }

  @Test
  void nothingIsUsedUpByAWrongCodeOrAWeakPassword() {
    TotpOffer offer = factors.offer(invited, name);
    assertThat(invitations.accept(link.exposed(), entry(name, PASSWORD, offer, "000000")))
        .isEqualTo(new Invitations.Outcome.Refused("signin.code-wrong"));
    assertThat(invitations.accept(link.exposed(), entry(name, "short", offer, code(offer))))
        .isEqualTo(new Invitations.Outcome.Refused("signin.password-short"));
    assertThat(factors.has(invited)).isFalse();
    assertThat(accept(link)).isInstanceOf(Invitations.Outcome.Accepted.class);
  }

  @Test
  void aLinkDoesNotTellTheNamesOfOthers() {
    for (int n = 0; n < 6; n++) {
      TotpOffer offer = factors.offer(invited, name);
      assertThat(
          invitations.accept(link.exposed(), entry("short", PASSWORD.substring(0, 5), offer, code(offer))))
          .isEqualTo(new Invitations.Outcome.Refused("signin.password-short"));
    }
    assertThat(accept(link)).isEqualTo(new Invitations.Outcome.Refused("signin.invitation-pause"));
    advance(Throttle.WINDOW);
    assertThat(accept(link)).isInstanceOf(Invitations.Outcome.Accepted.class);
  }

  @Test
  void theDatabaseHoldsNoLink() {
    List<String> rows = storage.inNone(
        () -> storage.jdbc().sql("select i::text from signin.invitation i").query(String.class).list());
    assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(link.exposed()));
    assertThat(link).hasToString("•••");
    assertThat(invitations.open(company.id(), invited.id()))
        .isEqualTo(Optional.of(clock.instant().plus(Invitations.VALID)));
  }

  private Invitations.Outcome accept(Secret secret) {
    TotpOffer offer = factors.offer(invited, name);
    return invitations.accept(secret.exposed(), entry(name, PASSWORD, offer, code(offer)));
  }

  private String code(TotpOffer offer) {
    return new Authenticator(offer.secret(), clock).code();
  }

  private static Invitations.Entry entry(String name, String password, TotpOffer offer, String code) {
    return new Invitations.Entry(name, password.toCharArray(), offer.carried(), code);
  }

  private void advance(Duration by) {
    ((SettableClock) clock).advance(by);
  }
}
