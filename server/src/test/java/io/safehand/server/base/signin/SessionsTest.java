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
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SafehandTest
class SessionsTest {
  @Autowired
  Sessions sessions;
  @Autowired
  Access access;
  @Autowired
  Storage storage;
  @Autowired
  Clock clock;

  private SampleCompany company;
  private Account officer;
  private Instant start;

  @BeforeEach
  void anOfficer() {
    start = clock.instant();
    company = SampleCompany.in(access);
    officer = company.person("officer", Role.SELLER_OFFICER);
  }

  @AfterEach
  void backToTheStart() {
    settable().set(start);
  }

  @Test
  void aSessionEndsAfterHalfAnHourWithoutARequest() {
    SessionToken token = sessions.begin(officer);
    settable().advance(Duration.ofMinutes(29));
    assertThat(sessions.find(token)).isPresent();
    settable().advance(Duration.ofMinutes(29));
    assertThat(sessions.find(token)).isPresent();
    settable().advance(Duration.ofMinutes(30));
    assertThat(sessions.find(token)).isEmpty();
  }

  @Test
  void aSessionEndsAfterHalfADayWhateverHappens() {
    SessionToken token = sessions.begin(officer);
    for (int quarter = 0; quarter < 47; quarter++) {
      settable().advance(Duration.ofMinutes(15));
      assertThat(sessions.find(token)).isPresent();
    }
    settable().advance(Duration.ofMinutes(15));
    assertThat(sessions.find(token)).isEmpty();
  }

  @Test
  void anEndedSessionIsGoneAtTheNextRequest() {
    SessionToken token = sessions.begin(officer);
    Session session = sessions.find(token).orElseThrow().session();
    assertThat(sessions.end(company.securityOfficer(), session.id())).isFalse();
    assertThat(sessions.end(officer, session.id())).isTrue();
    assertThat(sessions.find(token)).isEmpty();
    assertThat(sessions.of(officer)).isEmpty();
  }

  @Test
  void aRoleThatEndedIsGoneAtTheNextRequest() {
    SessionToken token = sessions.begin(officer);
    assertThat(access.end(company.administrator(), officer.id(), Role.SELLER_OFFICER)).isEmpty();
    assertThat(sessions.find(token).orElseThrow().account().roles()).isEmpty();
  }

  @Test
  void theDatabaseHoldsNoTokenThatOpensASession() {
    SessionToken token = sessions.begin(officer);
    List<String> rows = storage
        .inNone(() -> storage.jdbc().sql("select s::text from signin.session s").query(String.class).list());
    assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(token.exposed()));
    assertThat(token).hasToString("•••");
  }

  @Test
  void aProofGivenAnewCountsForFiveMinutes() {
    SessionToken token = sessions.begin(officer);
    assertThat(sessions.isSteppedUp(session(token))).isFalse();
    sessions.steppedUp(sessions.find(token).orElseThrow());
    assertThat(sessions.isSteppedUp(session(token))).isTrue();
    settable().advance(Duration.ofMinutes(5));
    assertThat(sessions.isSteppedUp(session(token))).isFalse();
  }

  @Test
  void sessionsThatAreLongOverAreNotKept() {
    SessionToken token = sessions.begin(officer);
    UUID over = session(token).id();
    settable().advance(Sessions.LONGEST.multipliedBy(2).plusSeconds(1));
    sessions.begin(officer);
    assertThat(storage.inNone(() -> storage.jdbc()
        .sql("select 1 from signin.session where session_id = ?")
        .param(over)
        .query(Integer.class)
        .optional())).isEmpty();
  }

  private Session session(SessionToken token) {
    return sessions.find(token).orElseThrow().session();
  }

  private SettableClock settable() {
    return (SettableClock) clock;
  }
}
