package io.safehand.server.custody.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.rules.LegalPath;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.messages.Letter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** Reports as mail servers write them. */
@SafehandTest
@TestPropertySource(properties = "safehand.mail.sink=true")
class BouncesTest {
  private static final String UNKNOWN = "ffffffffffffffffffffffffffffffff";

  @TempDir
  Path folder;
  @Autowired
  ApplicationContext server;
  @Autowired
  Bounces bounces;
  private SampleCampaign sent;
  private Letter letter;

  @BeforeEach
  void aCampaignThatWentOut() throws Exception {
    sent = new SampleCampaign(server, folder, 120, new UUID(0, 80), LegalPath.SUCCESSION_22);
    sent.send();
    letter = sent.mails().getFirst();
  }

  @Test
  void aReportOfPostfixTakesTheNoticeBackAndTheNextChannelIsTried() {
    long mails = sent.mails().size();
    long before = sent.letters.size();
    assertThat(accept(postfix("failed", "5.1.1", letter.reference()))).isEqualTo(Bounces.Outcome.TAKEN);
    assertThat(sent.now().counts().of(Delivery.BOUNCED)).isEqualTo(1);
    sent.send();
    assertThat(sent.now().counts().of(Delivery.BOUNCED)).isZero();
    assertThat(sent.mails()).hasSize((int) mails);
    assertThat(sent.letters.size() + sent.now().counts().of(Delivery.BY_HAND))
        .isEqualTo(sent.people.size() + 1);
    assertThat(before).isLessThanOrEqualTo(sent.letters.size());
  }

  @Test
  void theSameReportTwiceCountsOnce() {
    accept(postfix("failed", "5.1.1", letter.reference()));
    accept(postfix("failed", "5.1.1", letter.reference()));
    assertThat(sent.now().counts().of(Delivery.BOUNCED)).isEqualTo(1);
  }

  @Test
  void aReportOfExchangeNamesTheLetterByItsMessageIdAlone() {
    assertThat(accept(exchange(letter.reference()))).isEqualTo(Bounces.Outcome.TAKEN);
    assertThat(sent.now().counts().of(Delivery.BOUNCED)).isEqualTo(1);
  }

  @Test
  void aReportOfSuccessConfirmsThatItArrived() {
    assertThat(accept(postfix("delivered", "2.0.0", letter.reference()))).isEqualTo(Bounces.Outcome.TAKEN);
    assertThat(sent.now().delivered()).isEqualTo(1);
  }

  @Test
  void aDelayDecidesNothing() {
    assertThat(accept(postfix("delayed", "4.4.1", letter.reference())))
        .isEqualTo(Bounces.Outcome.NOTHING_FINAL);
    assertThat(sent.now().counts().of(Delivery.BOUNCED)).isZero();
  }

  @Test
  void nobodyTakesANoticeBackWithoutItsReference() {
    assertThat(accept(postfix("failed", "5.1.1", UNKNOWN))).isEqualTo(Bounces.Outcome.NOT_OURS);
    assertThat(accept("From: a@b\r\nSubject: failed +" + letter.reference() + "@\r\n\r\nAction: failed"))
        .isEqualTo(Bounces.Outcome.NOT_OURS);
    assertThat(sent.now().counts().of(Delivery.BOUNCED)).isZero();
  }

  @Test
  void aDamagedOrGiantMailIsNoReport() {
    assertThat(bounces.accept(sent.company.id(), new byte[0])).isEqualTo(Bounces.Outcome.NOT_OURS);
    assertThat(bounces.accept(sent.company.id(), new byte[2 << 20])).isEqualTo(Bounces.Outcome.NOT_OURS);
    String whole = postfix("failed", "5.1.1", UNKNOWN);
    for (int end = 0; end < whole.length(); end += 7) {
      assertThat(accept(whole.substring(0, end))).isNotEqualTo(Bounces.Outcome.TAKEN);
    }
    byte[] other = postfix("failed", "5.1.1", UNKNOWN).getBytes(StandardCharsets.UTF_16);
    assertThat(bounces.accept(sent.company.id(), other)).isEqualTo(Bounces.Outcome.NOT_OURS);
  }

  private Bounces.Outcome accept(String mail) {
    return bounces.accept(sent.company.id(), mail.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String postfix(String action, String status, String reference) {
    return """
        Return-Path: <>
        Date: Mon,  5 Jan 2026 09:00:03 +0800 (CST)
        From: MAILER-DAEMON@mx.customer.example (Mail Delivery System)
        Subject: Undelivered Mail Returned to Sender
        To: notices+%3$s@office.example
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
        \tboundary="4A1B2C3D.1767574803/mx.customer.example"

        This is a MIME-encapsulated message.

        --4A1B2C3D.1767574803/mx.customer.example
        Content-Description: Notification
        Content-Type: text/plain; charset=us-ascii

        This is the mail system at host mx.customer.example.

        --4A1B2C3D.1767574803/mx.customer.example
        Content-Description: Delivery report
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.customer.example
        Arrival-Date: Mon,  5 Jan 2026 09:00:02 +0800 (CST)

        Final-Recipient: rfc822; reader@customer.example
        Action: %1$s
        Status: %2$s
        Diagnostic-Code: smtp; 550 5.1.1 User unknown

        --4A1B2C3D.1767574803/mx.customer.example
        Content-Description: Undelivered Message Headers
        Content-Type: text/rfc822-headers

        Message-ID: <%3$s@office.example>
        Subject: Notice

        --4A1B2C3D.1767574803/mx.customer.example--
        """.formatted(action, status, reference).replace("\n", "\r\n");
  }

  private static String exchange(String reference) {
    return """
        From: <postmaster@customer.example>
        To: <notices@office.example>
        Subject: =?utf-8?B?5peg5rOV5Lyg6YCS?=
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="=_b"

        --=_b
        Content-Type: text/html; charset=utf-8
        Content-Transfer-Encoding: base64

        PGh0bWw+PC9odG1sPg==
        --=_b
        Content-Type: message/delivery-status

        Reporting-MTA: dns;exchange.customer.example

        Final-recipient: RFC822;reader@customer.example
        Action: failed
        Status: 5.1.10

        --=_b
        Content-Type: message/rfc822

        From: notices@office.example
        Message-ID: <%s@office.example>
        Subject: Notice

        --=_b--
        """.formatted(reference).replace("\n", "\r\n");
  }
}
