package io.safehand.server.base.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.AccessRefusal;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.EndingAccounts;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.storage.Storage;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SafehandTest
class EndedAccountsTest {
  private static final String PASSWORD = "梧桐更兼细雨到-29317";

  @Autowired
  EndingAccounts ending;
  @Autowired
  Access access;
  @Autowired
  Sessions sessions;
  @Autowired
  SignIns signIns;
  @Autowired
  Storage storage;

  private SampleCompany company;
  private Account staff;

  @BeforeEach
  void somebodyAtWork() {
    company = SampleCompany.in(access);
    staff = company.person("staff", Role.STAFF);
  }

  @Test
  void nothingOpensAnAccountThatEnded() {
    assertThat(signIns.set(staff, "staff-" + staff.who(), PASSWORD.toCharArray())).isEmpty();
    SessionToken session = sessions.begin(staff);
    assertThat(ending.end(company.securityOfficer(), staff.id())).isEmpty();
    assertThat(sessions.find(session)).isEmpty();
    assertThat(signIns.check("staff-" + staff.who(), PASSWORD.toCharArray())).isEmpty();
    assertThat(access.holds(staff, Role.STAFF)).isFalse();
    assertThat(access.accounts(company.id())).doesNotContain(staff);
  }

  @Test
  void noRowIsLeftThatCouldOpenIt() {
    assertThat(signIns.set(staff, "staff-" + staff.who(), PASSWORD.toCharArray())).isEmpty();
    sessions.begin(staff);
    ending.end(company.administrator(), staff.id());
    for (String table : tables()) {
      long left = storage.in(company.id(),
          () -> storage.jdbc()
              .sql("select count(*) from signin." + table + " where account_id = ?")
              .param(staff.id().value())
              .query(Long.class)
              .single());
      assertThat(left).as(table).isZero();
    }
  }

  @Test
  void nobodyEndsTheirOwnAccountOrOneOfAnotherCompanyOrWithoutARole() {
    assertThat(ending.end(company.administrator(), company.administrator().id()))
        .contains(AccessRefusal.OWN_ACCOUNT);
    assertThat(ending.end(staff, company.administrator().id())).contains(AccessRefusal.NOT_ALLOWED);
    assertThat(ending.end(SampleCompany.in(access).administrator(), staff.id()))
        .contains(AccessRefusal.UNKNOWN_ACCOUNT);
  }

  @Test
  void aCompanyKeepsItsLastAdministratorAndSecurityOfficer() {
    assertThat(ending.end(company.securityOfficer(), company.administrator().id()))
        .contains(AccessRefusal.LAST_OF_ROLE);
    assertThat(ending.end(company.administrator(), company.securityOfficer().id()))
        .contains(AccessRefusal.LAST_OF_ROLE);
    company.person("second", Role.SECURITY_OFFICER);
    assertThat(ending.end(company.administrator(), company.securityOfficer().id())).isEmpty();
  }

  @Test
  void aHandleIsNeverUsedAgain() {
    ending.end(company.administrator(), staff.id());
    assertThat(access.add(company.administrator(), "staff")).isEmpty();
  }

  private List<String> tables() {
    return storage.inNone(() -> storage.jdbc().sql("""
        select table_name from information_schema.columns
         where table_schema = 'signin' and column_name = 'account_id'
        """).query(String.class).list());
  }
}
