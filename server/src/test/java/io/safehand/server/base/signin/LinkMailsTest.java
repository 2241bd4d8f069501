package io.safehand.server.base.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.safehand.core.person.PersonalText;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.messages.MailServer;
import io.safehand.server.base.messages.Mails;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@SafehandTest
@TestPropertySource(properties = "safehand.address=https://safehand.example:8443")
class LinkMailsTest {
  @Autowired
  LinkMails linkMails;
  @Autowired
  Invitations invitations;
  @Autowired
  Mails mails;
  @Autowired
  Access access;

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private Account admin;

  @BeforeEach
  void aMailServer() {
    server.start();
    admin = SampleCompany.in(access).administrator();
  }

  @AfterEach
  void noMailServer() {
    server.stop();
  }

  @Test
  void theLinkGoesToWhomItIsForAndOpensTheInvitation() throws Exception {
    setServer();
    Secret link = invite("cashier", "cashier@office.example");
    Account invited = access.account(admin.company(), "cashier").orElseThrow();
    assertThat(linkMails.send(invited, link)).contains("sent");
    String mail = String.valueOf(server.getReceivedMessages()[0].getContent());
    assertThat(server.getReceivedMessages()[0].getAllRecipients()[0]).hasToString("cashier@office.example");
    assertThat(mail).contains("https://safehand.example:8443/invitation/" + link.exposed());
    assertThat(invitations.find(link.exposed())).isPresent();
  }

  @Test
  void withoutServerOrMailAddressNothingIsTried() {
    Secret first = invite("cashier", "cashier@office.example");
    assertThat(linkMails.send(access.account(admin.company(), "cashier").orElseThrow(), first)).isEmpty();
    setServer();
    Secret second = invite("porter", "");
    assertThat(linkMails.send(access.account(admin.company(), "porter").orElseThrow(), second)).isEmpty();
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void aServerThatDoesNotAnswerIsSaid() {
    setServer();
    server.stop();
    Secret link = invite("cashier", "cashier@office.example");
    assertThat(linkMails.send(access.account(admin.company(), "cashier").orElseThrow(), link))
        .contains("not-taken");
  }

  private void setServer() {
    assertThat(mails.set(admin, new MailServer("127.0.0.1", server.getSmtp().getPort(),
        MailServer.Security.NONE, "", "safehand@office.example"), PersonalText.of(""))).isTrue();
  }

  private Secret invite(String handle, String mail) {
    return invitations
        .invite(admin, new Invitations.Newcomer(handle, PersonalText.of("安静"), PersonalText.of(mail)))
        .orElseThrow();
  }
}
