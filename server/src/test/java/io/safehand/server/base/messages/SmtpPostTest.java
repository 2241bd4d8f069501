package io.safehand.server.base.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.safehand.core.person.PersonalText;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;

/** Many letters over one connection, to a real mail server and to one that refuses by script. */
class SmtpPostTest {
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T01:00:00Z"), ZoneOffset.UTC);
  private static final String REFERENCE = "0123456789abcdef0123456789abcdef";

  @Test
  void manyLettersGoOverOneConnectionEachWithItsOwnReference() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try (Post post = post(server.getSmtp().getPort())) {
      for (int i = 0; i < 50; i++) {
        Posted posted = post.post(letter("reader" + i + "@customer.example", "%032x".formatted(i)));
        assertThat(posted.outcome()).isEqualTo(Posted.Outcome.TAKEN);
      }
      MimeMessage[] mails = server.getReceivedMessages();
      assertThat(mails).hasSize(50);
      assertThat(Arrays.stream(mails).map(SmtpPostTest::messageId)).containsExactlyElementsOf(
          IntStream.range(0, 50).mapToObj(i -> "<%032x@office.example>".formatted(i)).toList());
      assertThat(mails[0].getSubject()).isEqualTo("告知 · Notice");
      assertThat(mails[0].getContent().toString()).contains("第一行");
      assertThat(mails[0].getHeader("Return-Path", ","))
          .isEqualTo("<notices+00000000000000000000000000000000@office.example>");
    } finally {
      server.stop();
    }
  }

  @Test
  void whatTheServerAnswersIsKeptAsANumberAndTheConnectionGoesOn() throws IOException {
    try (RefusingSmtp server = new RefusingSmtp(); Post post = post(server.port())) {
      assertThat(post.post(letter("gone@customer.example", REFERENCE)))
          .isEqualTo(new Posted(Posted.Outcome.REFUSED, "550"));
      assertThat(post.post(letter("later@customer.example", REFERENCE)))
          .isEqualTo(new Posted(Posted.Outcome.NOT_NOW, "451"));
      assertThat(post.post(letter("fine@customer.example", REFERENCE)))
          .isEqualTo(new Posted(Posted.Outcome.TAKEN, "250"));
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void aConnectionThatBreaksBehindTheTextLeavesTheLetterInDoubt() throws IOException {
    try (RefusingSmtp server = new RefusingSmtp(); Post post = post(server.port())) {
      assertThat(post.post(letter("broken@customer.example", REFERENCE)).outcome())
          .isEqualTo(Posted.Outcome.IN_DOUBT);
      assertThat(post.post(letter("fine@customer.example", REFERENCE)).outcome())
          .isEqualTo(Posted.Outcome.TAKEN);
    }
  }

  @Test
  void aServerThatIsNotThereTakesNothingAndNothingIsInDoubt() throws IOException {
    int port;
    try (RefusingSmtp server = new RefusingSmtp()) {
      port = server.port();
    }
    try (Post post = post(port)) {
      assertThat(post.post(letter("fine@customer.example", REFERENCE)))
          .isEqualTo(new Posted(Posted.Outcome.NOT_NOW, "server.unreachable"));
    }
  }

  @Test
  void anAddressThatIsNoneIsRefusedHere() throws IOException {
    try (RefusingSmtp server = new RefusingSmtp(); Post post = post(server.port())) {
      for (String bad : List.of("a b@customer.example", "x@y\r\nBcc: thief@elsewhere.example", "")) {
        assertThat(post.post(letter(bad, REFERENCE)).outcome()).as(bad).isEqualTo(Posted.Outcome.REFUSED);
      }
    }
  }

  private static String messageId(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (jakarta.mail.MessagingException damaged) {
      throw new IllegalStateException(damaged);
    }
  }

  private static Letter letter(String to, String reference) {
    return new Letter(PersonalText.of(to), "告知 · Notice", PersonalText.of("第一行\nsecond line"), reference);
  }

  private static Post post(int port) {
    MailServer server = new MailServer("127.0.0.1", port, MailServer.Security.NONE, "",
        "notices@office.example");
    return new SmtpPost(server, Optional.empty(),
        new Sending((SSLSocketFactory) SSLSocketFactory.getDefault()).how(server), CLOCK);
  }
}
