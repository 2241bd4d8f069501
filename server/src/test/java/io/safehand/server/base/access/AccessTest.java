package io.safehand.server.base.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.ledger.LedgerLine;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.storage.Storage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SafehandTest
class AccessTest {
  @Autowired
  Access access;
  @Autowired
  Storage storage;
  private SampleCompany company;

  @BeforeEach
  void enrol() {
    company = SampleCompany.in(access);
  }

  @Test
  void aCompanyBeginsWithTwoPeopleWhoShareThePower() {
    assertThat(company.administrator().roles()).isEqualTo(Set.of(Role.ADMINISTRATOR));
    assertThat(company.securityOfficer().roles()).isEqualTo(Set.of(Role.SECURITY_OFFICER));
    assertThat(access.company(company.id())).map(Company::name).contains("海棠家政");
  }

  @Test
  void aRoleNeedsBothOfThem() {
    Account staff = access.add(company.administrator(), "staff").orElseThrow();
    assertThat(access.confirm(company.securityOfficer(), staff.id(), Role.STAFF))
        .contains(AccessRefusal.NOTHING_PROPOSED);
    assertThat(access.propose(company.administrator(), staff.id(), Role.STAFF)).isEmpty();
    assertThat(access.holds(staff, Role.STAFF)).isFalse();
    assertThat(access.confirm(company.securityOfficer(), staff.id(), Role.STAFF)).isEmpty();
    assertThat(access.holds(staff, Role.STAFF)).isTrue();
  }

  @Test
  void nobodyGivesRolesToThemselves() {
    assertThat(access.propose(company.administrator(), company.administrator().id(), Role.STAFF))
        .contains(AccessRefusal.OWN_ACCOUNT);
    access.propose(company.administrator(), company.securityOfficer().id(), Role.SELLER_OFFICER);
    assertThat(access.confirm(company.securityOfficer(), company.securityOfficer().id(), Role.SELLER_OFFICER))
        .contains(AccessRefusal.OWN_ACCOUNT);
  }

  @Test
  void oneAloneCannotDoBothHalves() {
    Account staff = access.add(company.administrator(), "staff").orElseThrow();
    access.propose(company.administrator(), staff.id(), Role.STAFF);
    assertThat(access.confirm(company.administrator(), staff.id(), Role.STAFF))
        .contains(AccessRefusal.NOT_ALLOWED);
    assertThat(access.propose(company.securityOfficer(), staff.id(), Role.STAFF))
        .contains(AccessRefusal.NOT_ALLOWED);
  }

  @Test
  void whoAdministersHasNoOtherRole() {
    Account staff = company.person("staff", Role.STAFF);
    assertThat(access.propose(company.administrator(), staff.id(), Role.ADMINISTRATOR))
        .contains(AccessRefusal.INCOMPATIBLE);
  }

  @Test
  void onlyThePlatformHasOperators() {
    Account staff = company.person("staff", Role.STAFF);
    assertThat(access.propose(company.administrator(), staff.id(), Role.PLATFORM_OPERATOR))
        .contains(AccessRefusal.NOT_ALLOWED);
  }

  @Test
  void aRoleThatEndedIsGoneAtOnce() {
    Account staff = company.person("staff", Role.STAFF);
    assertThat(access.end(company.securityOfficer(), staff.id(), Role.STAFF)).isEmpty();
    assertThat(access.holds(staff, Role.STAFF)).isFalse();
  }

  @Test
  void aCompanyKeepsTheLastOfItsTwoPowers() {
    assertThat(access.end(company.securityOfficer(), company.administrator().id(), Role.ADMINISTRATOR))
        .contains(AccessRefusal.LAST_OF_ROLE);
    assertThat(access.end(company.administrator(), company.securityOfficer().id(), Role.SECURITY_OFFICER))
        .contains(AccessRefusal.LAST_OF_ROLE);
    Account staff = access.add(company.administrator(), "staff").orElseThrow();
    access.propose(company.administrator(), staff.id(), Role.SECURITY_OFFICER);
    assertThat(access.end(company.administrator(), company.securityOfficer().id(), Role.SECURITY_OFFICER))
        .as("who only waits for it does not have it")
        .contains(AccessRefusal.LAST_OF_ROLE);
    assertThat(access.end(company.securityOfficer(), staff.id(), Role.SECURITY_OFFICER)).isEmpty();
    company.person("second", Role.SECURITY_OFFICER);
    assertThat(access.end(company.administrator(), company.securityOfficer().id(), Role.SECURITY_OFFICER))
        .isEmpty();
  }

  @Test
  void aHandleIsTakenOnce() {
    access.add(company.administrator(), "staff");
    assertThat(access.add(company.administrator(), "staff")).isEmpty();
    assertThat(access.add(company.securityOfficer(), "other")).isEmpty();
  }

  @Test
  void accountsOfOneCompanyAreUnknownInAnother() {
    Account stranger = SampleCompany.in(access).administrator();
    assertThat(access.account(company.id(), stranger.id())).isEmpty();
    assertThat(access.propose(company.administrator(), stranger.id(), Role.STAFF))
        .contains(AccessRefusal.UNKNOWN_ACCOUNT);
  }

  @Test
  void ofManyConfirmationsAtOnceOneCounts() {
    Account staff = access.add(company.administrator(), "staff").orElseThrow();
    access.propose(company.administrator(), staff.id(), Role.STAFF);
    AtomicInteger given = new AtomicInteger();
    List<Thread> threads = IntStream.range(0, 8).mapToObj(n -> Thread.ofPlatform().start(() -> {
      Optional<AccessRefusal> refusal = access.confirm(company.securityOfficer(), staff.id(), Role.STAFF);
      given.addAndGet(refusal.isEmpty() ? 1 : 0);
    })).toList();
    threads.forEach(AccessTest::join);
    assertThat(given).hasValue(1);
  }

  @Test
  void eachStepIsALineOfTheLog() {
    company.person("staff", Role.STAFF);
    List<String> acts = storage
        .in(company.id(),
            () -> storage.jdbc()
                .sql("select bytes from ledger.line where company_id = ? order by id")
                .param(company.id().value())
                .query(byte[].class)
                .list())
        .stream()
        .map(line -> LedgerLine.parse(line).act())
        .toList();
    assertThat(acts).containsExactlyInAnyOrder("access.company.enrolled", "access.person.added",
        "access.person.added", "access.person.added", "access.role.proposed", "access.role.given");
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
