package io.safehand.server.base.recovery.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.base.signin.SignIns;
import io.safehand.server.browser.Look;
import io.safehand.server.browser.PagesTest;
import io.safehand.server.browser.Visitor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PagesTest
class RecoveryPageTest {
  @LocalServerPort
  int port;
  @Autowired
  Access access;
  @Autowired
  Sessions sessions;
  @Autowired
  SignIns signIns;

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void twoPeopleDecideAndTheOwnerCallsItOff(Look look) {
    SampleCompany company = SampleCompany.in(access);
    Account staff = company.person("staff", Role.STAFF);
    assertThat(signIns.set(staff, "staff-" + staff.who(), "桐花万里丹山路-8531".toCharArray())).isEmpty();
    try (Visitor admin = Visitor.at(port, look).as(company.administrator(), sessions);
        Visitor security = Visitor.at(port, look).as(company.securityOfficer(), sessions);
        Visitor owner = Visitor.at(port, look).as(staff, sessions)) {
      Page page = admin.open("/recovery");
      admin.requireSound("recovery-none");
      page.selectOption("#of", staff.who());
      page.click("form[action='/recovery'] button");
      page.waitForURL("**/recovery?done=recovery.proposed");
      Page second = security.open("/recovery");
      second.click("form[action$='/confirm'] button");
      second.waitForURL("**/recovery?done=recovery.confirmed");
      security.requireSound("recovery-waiting");
      second.click("form[action$='/link'] button");
      second.waitForURL("**/step-up");
      Page own = owner.open("/recovery");
      owner.requireSound("recovery-own");
      own.click("form[action$='/end'] button");
      own.waitForURL("**/recovery?done=recovery.ended");
    }
  }
}
