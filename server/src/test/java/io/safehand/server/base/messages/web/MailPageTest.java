package io.safehand.server.base.messages.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import io.safehand.core.person.PersonalText;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Parties;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.browser.Look;
import io.safehand.server.browser.PagesTest;
import io.safehand.server.browser.Visitor;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PagesTest
class MailPageTest {
  @LocalServerPort
  int port;
  @Autowired
  Access access;
  @Autowired
  Parties parties;
  @Autowired
  Sessions sessions;
  @Autowired
  Storage storage;

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void anAdministratorSetsTheMailServerAndTriesIt(Look look) throws Exception {
    Account admin = SampleCompany.in(access).administrator();
    parties.describe(admin, access.person(admin.company(), admin.id()).orElseThrow(), PersonalText.of("纪云舟"),
        PersonalText.of("admin@office.example"));
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try (Visitor visitor = Visitor.at(port, look).as(admin, sessions)) {
      Page page = visitor.open("/settings");
      visitor.requireSound("settings");
      page.fill("#host", "127.0.0.1");
      page.fill("#port", String.valueOf(server.getSmtp().getPort()));
      page.selectOption("#security", "NONE");
      page.fill("#password", "password-of-the-mail-server");
      page.fill("#sender", "safehand@office.example");
      page.click("form[action='/settings/mail'] button");
      page.waitForURL("**/settings?done=messages.set");
      page.click("form[action='/settings/mail/test'] button");
      page.waitForURL("**/settings?done=messages.sent");
      visitor.requireSound("test-mail-sent");
      assertThat(page.content()).doesNotContain("password-of-the-mail-server");
      assertThat(server.getReceivedMessages()[0].getSubject()).contains("安交测试邮件").contains("Test mail");
    } finally {
      server.stop();
    }
    List<String> rows = storage.in(admin.company(),
        () -> storage.jdbc()
            .sql("select encode(password, 'escape') from messages.settings")
            .query(String.class)
            .list());
    assertThat(rows).hasSize(1).noneMatch(row -> row.contains("password-of-the-mail-server"));
  }
}
