package io.safehand.server.base.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.NotAllowed;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.start.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SafehandTest
class ApiKeysTest {
  @Autowired
  ApiKeys keys;
  @Autowired
  Sessions sessions;
  @Autowired
  ZoneId zone;
  @Autowired
  Access access;
  @Autowired
  Storage storage;
  @Autowired
  Clock clock;

  private SampleCompany company;
  private Account officer;
  private Instant start;
  private LocalDate today;

  @BeforeEach
  void anOfficerWithTwoRoles() {
    start = clock.instant();
    today = start.atZone(zone).toLocalDate();
    company = SampleCompany.in(access);
    officer = company.person("officer", Role.SELLER_OFFICER);
    access.propose(company.administrator(), officer.id(), Role.DEAL_MANAGER);
    access.confirm(company.securityOfficer(), officer.id(), Role.DEAL_MANAGER);
  }

  @AfterEach
  void backToTheStart() {
    ((SettableClock) clock).set(start);
  }

  @Test
  void aKeyMayUseItsRolesAndNoOtherOfItsOwner() {
    Account program = keys.find(made(Role.SELLER_OFFICER).secret().exposed()).orElseThrow();
    assertThat(program.id()).isEqualTo(officer.id());
    assertThat(program.roles()).isEqualTo(Set.of(Role.SELLER_OFFICER));
    assertThat(access.holds(program, Role.SELLER_OFFICER)).isTrue();
    assertThat(access.holds(program, Role.DEAL_MANAGER)).isFalse();
    assertThatExceptionOfType(NotAllowed.class)
        .isThrownBy(() -> access.require(company.id(), program, Role.DEAL_MANAGER));
  }

  @Test
  void aRoleThatItsOwnerGetsLaterIsNotTheKeys() {
    String secret = made(Role.SELLER_OFFICER).secret().exposed();
    Account program = keys.find(secret).orElseThrow();
    access.propose(company.administrator(), officer.id(), Role.AUDITOR);
    access.confirm(company.securityOfficer(), officer.id(), Role.AUDITOR);
    assertThat(access.holds(program, Role.AUDITOR)).isFalse();
    assertThat(keys.find(secret).orElseThrow().roles()).isEqualTo(Set.of(Role.SELLER_OFFICER));
  }

  @Test
  void aRoleThatItsOwnerLostIsGoneAtOnce() {
    String secret = made(Role.SELLER_OFFICER).secret().exposed();
    access.end(company.administrator(), officer.id(), Role.SELLER_OFFICER);
    assertThat(keys.find(secret).orElseThrow().roles()).isEmpty();
  }

  @Test
  void nobodyMakesAKeyForMoreThanTheyMay() {
    assertThat(make(Set.of(Role.SECURITY_OFFICER), today)).isEqualTo(refused(ApiKeys.Reason.ROLES));
    assertThat(make(Set.of(), today)).isEqualTo(refused(ApiKeys.Reason.ROLES));
    assertThat(make(Set.of(Role.SELLER_OFFICER), today.minusDays(1))).isEqualTo(refused(ApiKeys.Reason.DAY));
    assertThat(make(Set.of(Role.SELLER_OFFICER), today.plusDays(367))).isEqualTo(refused(ApiKeys.Reason.DAY));
  }

  @Test
  void aKeyOpensNothingAfterItsLastDay() {
    String secret = made(Role.SELLER_OFFICER).secret().exposed();
    ((SettableClock) clock).advance(Duration.ofDays(10));
    assertThat(keys.find(secret)).isPresent();
    ((SettableClock) clock).advance(Duration.ofDays(1));
    assertThat(keys.find(secret)).isEmpty();
  }

  @Test
  void anEndedKeyIsGoneAtOnce() {
    ApiKeys.Outcome.Made made = made(Role.SELLER_OFFICER);
    Account other = company.person("other", Role.STAFF);
    assertThat(keys.end(other, other.id(), made.key().id())).isFalse();
    assertThatExceptionOfType(NotAllowed.class)
        .isThrownBy(() -> keys.end(other, officer.id(), made.key().id()));
    assertThat(keys.end(company.securityOfficer(), officer.id(), made.key().id())).isTrue();
    assertThat(keys.find(made.secret().exposed())).isEmpty();
  }

  @Test
  void aSecurityOfficerOfAnotherCompanyEndsNoKey() {
    ApiKeys.Outcome.Made made = made(Role.SELLER_OFFICER);
    assertThat(keys.end(SampleCompany.in(access).securityOfficer(), officer.id(), made.key().id())).isFalse();
    assertThat(keys.find(made.secret().exposed())).isPresent();
  }

  @Test
  void theSecretIsShownOnceAndNotKept() {
    ApiKeys.Outcome.Made made = made(Role.SELLER_OFFICER);
    List<String> rows = storage
        .inNone(() -> storage.jdbc().sql("select k::text from signin.api_key k").query(String.class).list());
    assertThat(rows).noneMatch(row -> row.contains(made.secret().exposed().substring(4)));
    assertThat(made.toString()).doesNotContain(made.secret().exposed());
    assertThat(keys.of(officer).getFirst().lastUsed()).isEmpty();
    keys.find(made.secret().exposed());
    assertThat(keys.of(officer).getFirst().lastUsed()).contains(today);
  }

  @Test
  void whatIsNoKeyOpensNothing() {
    String secret = made(Role.SELLER_OFFICER).secret().exposed();
    assertThat(keys.find("")).isEmpty();
    assertThat(keys.find(secret.substring(4))).isEmpty();
    assertThat(keys.find(secret + "A")).isEmpty();
    assertThat(keys.find("shk_" + sessions.begin(officer).exposed())).isEmpty();
  }

  private ApiKeys.Outcome.Made made(Role role) {
    return (ApiKeys.Outcome.Made) make(Set.of(role), today.plusDays(10));
  }

  private ApiKeys.Outcome make(Set<Role> roles, LocalDate lastDay) {
    Sessions.SignedIn who = sessions.find(sessions.begin(officer)).orElseThrow();
    return keys.make(who, new ApiKeys.Wanted("accounting", roles, lastDay));
  }

  private static ApiKeys.Outcome refused(ApiKeys.Reason reason) {
    return new ApiKeys.Outcome.Refused(reason);
  }
}
