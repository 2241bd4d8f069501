package io.safehand.server.base.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.safehand.core.ledger.LedgerLine;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.NotAllowed;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.signin.Authenticator;
import io.safehand.server.base.signin.Invitations;
import io.safehand.server.base.signin.SecondFactors;
import io.safehand.server.base.signin.Secret;
import io.safehand.server.base.signin.SessionToken;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.base.signin.SignIns;
import io.safehand.server.base.signin.TotpOffer;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.start.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SafehandTest
class RecoveriesTest {
  private static final String OLD = "竹外桃花三两枝-10852";
  private static final String NEW = "春江水暖鸭先知-10853";

  @Autowired
  Recoveries recoveries;
  @Autowired
  Invitations invitations;
  @Autowired
  SecondFactors factors;
  @Autowired
  SignIns signIns;
  @Autowired
  Sessions sessions;
  @Autowired
  Storage storage;
  @Autowired
  Access access;
  @Autowired
  Clock clock;

  private SampleCompany company;
  private Account admin;
  private Account officer;
  private Account security;
  private String name;
  private Instant start;

  @BeforeEach
  void anAdministratorWhoLostThePhone() {
    start = clock.instant();
    company = SampleCompany.in(access);
    admin = company.administrator();
    security = company.securityOfficer();
    officer = company.person("officer", Role.SELLER_OFFICER);
    name = "admin-" + admin.who();
    assertThat(signIns.set(admin, name, OLD.toCharArray())).isEmpty();
    enrol(admin);
  }

  @AfterEach
  void backToTheStart() {
    ((SettableClock) clock).set(start);
  }

  @Test
  void twoOthersAndADayGiveTheLastAdministratorANewWayIn() {
    SessionToken session = sessions.begin(admin);
    Secret link = recovered();
    TotpOffer offer = factors.offer(admin, name);
    assertThat(invitations.accept(link.exposed(),
        new Invitations.Entry("", NEW.toCharArray(), offer.carried(),
            new Authenticator(offer.secret(), clock).code())))
        .isInstanceOf(Invitations.Outcome.Accepted.class);
    assertThat(signIns.check(name, NEW.toCharArray())).isPresent();
    assertThat(signIns.check(name, OLD.toCharArray())).isEmpty();
    assertThat(sessions.find(session)).isEmpty();
    assertThat(access.holds(admin, Role.ADMINISTRATOR)).isTrue();
  }

  @Test
  void theOldWayInWorksUntilTheLinkIsUsed() {
    recovered();
    assertThat(signIns.check(name, OLD.toCharArray())).isPresent();
  }

  @Test
  void whoProposedDoesNotConfirm() {
    assertThat(recoveries.propose(security, admin.id())).isEmpty();
    assertThat(recoveries.confirm(security, admin.id())).contains(RecoveryRefusal.SECOND_PERSON);
    assertThat(recoveries.link(security, admin.id()))
        .isEqualTo(new Recoveries.Outcome.Refused(RecoveryRefusal.WAITING));
  }

  @Test
  void nobodyProposesConfirmsOrFetchesTheirOwn() {
    assertThat(recoveries.propose(admin, admin.id())).contains(RecoveryRefusal.OWN_ACCOUNT);
    recoveries.propose(security, admin.id());
    assertThat(recoveries.confirm(admin, admin.id())).contains(RecoveryRefusal.OWN_ACCOUNT);
    recoveries.confirm(officer, admin.id());
    advance(Recoveries.WAITING);
    assertThat(recoveries.link(admin, admin.id()))
        .isEqualTo(new Recoveries.Outcome.Refused(RecoveryRefusal.OWN_ACCOUNT));
  }

  @Test
  void aDayPassesInWhichTheOwnerCallsItOff() {
    recoveries.propose(security, admin.id());
    recoveries.confirm(officer, admin.id());
    advance(Recoveries.WAITING.minusSeconds(1));
    assertThat(recoveries.link(security, admin.id()))
        .isEqualTo(new Recoveries.Outcome.Refused(RecoveryRefusal.WAITING));
    assertThat(recoveries.callOff(admin, admin.id())).isEmpty();
    advance(Duration.ofSeconds(1));
    assertThat(recoveries.link(security, admin.id()))
        .isEqualTo(new Recoveries.Outcome.Refused(RecoveryRefusal.NONE));
  }

  @Test
  void theOwnerIsToldFromTheProposalOnAndTheLogSaysWhetherByMail() {
    assertThat(recoveries.isOpen(admin)).isFalse();
    recoveries.propose(security, admin.id());
    assertThat(recoveries.isOpen(admin)).isTrue();
    assertThat(recoveries.isOpen(security)).isFalse();
    recoveries.confirm(officer, admin.id());
    assertThat(storage
        .in(company.id(),
            () -> storage.jdbc()
                .sql("select bytes from ledger.line where company_id = ? order by id")
                .param(company.id().value())
                .query(byte[].class)
                .list())
        .stream()
        .map(LedgerLine::parse)
        .filter(line -> line.act().equals("access.recovery.told"))
        .map(line -> line.details().text("outcome"))).containsExactly("NO_SERVER");
  }

  @Test
  void withoutTheRoleNobodyProposesOrConfirms() {
    Account staff = company.person("staff", Role.STAFF);
    assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> recoveries.propose(staff, admin.id()));
    recoveries.propose(security, admin.id());
    assertThat(recoveries.confirm(staff, admin.id())).contains(RecoveryRefusal.SECOND_PERSON);
    assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> recoveries.callOff(staff, admin.id()));
    assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> recoveries.link(staff, admin.id()));
  }

  @Test
  void anotherCompanySeesAndDoesNothing() {
    SampleCompany other = SampleCompany.in(access);
    assertThat(recoveries.propose(other.securityOfficer(), admin.id())).contains(RecoveryRefusal.UNKNOWN);
    recoveries.propose(security, admin.id());
    assertThat(recoveries.confirm(other.administrator(), admin.id())).contains(RecoveryRefusal.NONE);
    assertThat(recoveries.open(other.id())).isEmpty();
  }

  @Test
  void whoNeverHadAWayInIsInvitedInstead() {
    assertThat(recoveries.propose(security, officer.id())).contains(RecoveryRefusal.UNKNOWN);
  }

  @Test
  void ofManyLinksAskedForAtOnceOneIsMade() {
    recoveries.propose(security, admin.id());
    recoveries.confirm(officer, admin.id());
    advance(Recoveries.WAITING);
    AtomicInteger made = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int n = 0; n < 24; n++) {
        threads.submit(() -> made
            .addAndGet(recoveries.link(security, admin.id()) instanceof Recoveries.Outcome.Made ? 1 : 0));
      }
    }
    assertThat(made).hasValue(1);
  }

  private Secret recovered() {
    assertThat(recoveries.propose(security, admin.id())).isEmpty();
    assertThat(recoveries.confirm(officer, admin.id())).isEmpty();
    advance(Recoveries.WAITING);
    return ((Recoveries.Outcome.Made) recoveries.link(security, admin.id())).secret();
  }

  private void enrol(Account account) {
    TotpOffer offer = factors.offer(account, name);
    assertThat(factors.enrol(account, offer.carried(), new Authenticator(offer.secret(), clock).code()))
        .isPresent();
  }

  private void advance(Duration by) {
    ((SettableClock) clock).advance(by);
  }
}
