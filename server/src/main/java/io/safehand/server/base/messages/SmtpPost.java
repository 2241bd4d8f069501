package io.safehand.server.base.messages;

import io.safehand.core.person.PersonalText;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * Many mails over one connection to a mail server. What comes back goes to the sender's address with the letter's
 * reference behind a plus sign, and the message id begins with it.
 */
final class SmtpPost implements Post {
  private static final int PERMANENT = 500;
  private static final int CLOSING = 421;
  /** A connection that rested so long is asked first whether it is still there. */
  private static final Duration REST = Duration.ofSeconds(5);

  private final MailServer server;
  private final Optional<PersonalText> password;
  private final Session session;
  private final Clock clock;
  private @Nullable SMTPTransport open;
  private Instant used = Instant.EPOCH;

  SmtpPost(MailServer server, Optional<PersonalText> password, Properties how, Clock clock) {
    this.server = server;
    this.password = password;
    this.session = Session.getInstance(how);
    this.clock = clock;
  }

  @Override
  public Posted post(Letter letter) {
    SMTPMessage message;
    try {
      message = message(letter);
    } catch (MessagingException unwritable) {
      return new Posted(Posted.Outcome.REFUSED, "address.malformed");
    }
    Posted posted = handOn(message);
    return posted.code().equals(String.valueOf(CLOSING)) ? handOn(message) : posted;
  }

  private Posted handOn(SMTPMessage message) {
    SMTPTransport transport;
    try {
      transport = connected();
    } catch (MessagingException closed) {
      return new Posted(Posted.Outcome.NOT_NOW, "server.unreachable");
    }
    try {
      transport.sendMessage(message, message.getAllRecipients());
      return new Posted(Posted.Outcome.TAKEN, String.valueOf(transport.getLastReturnCode()));
    } catch (MessagingException refused) {
      return refusal(refused);
    }
  }

  private SMTPTransport connected() throws MessagingException {
    SMTPTransport transport = open;
    Instant now = clock.instant();
    boolean rested = used.plus(REST).isBefore(now);
    used = now;
    if (transport == null || rested && !transport.isConnected()) {
      close();
      transport = (SMTPTransport) session.getTransport();
      open = transport;
      if (server.login().isEmpty()) {
        transport.connect();
      } else {
        transport.connect(server.host(), server.port(), server.login(),
            password.map(PersonalText::exposed).orElse(""));
      }
    }
    return transport;
  }

  /** What the server answered to a mail; a connection that broke in between leaves it in doubt. */
  private Posted refusal(MessagingException refused) {
    for (Exception cause = refused; cause instanceof MessagingException next; cause = next
        .getNextException()) {
      if (cause instanceof SMTPAddressFailedException address) {
        return refused(address.getReturnCode());
      }
      if (cause instanceof SMTPSendFailedException sending && sending.getReturnCode() > 0) {
        return refused(sending.getReturnCode());
      }
      if (cause instanceof SMTPSenderFailedException sender && sender.getReturnCode() > 0) {
        return refused(sender.getReturnCode());
      }
    }
    close();
    return new Posted(Posted.Outcome.IN_DOUBT, "connection.broken");
  }

  private Posted refused(int code) {
    if (code == CLOSING) {
      close();
    }
    return new Posted(code >= PERMANENT ? Posted.Outcome.REFUSED : Posted.Outcome.NOT_NOW,
        String.valueOf(code));
  }

  private SMTPMessage message(Letter letter) throws MessagingException {
    SMTPMessage message = new Referenced(session, letter.reference() + "@" + domain());
    message.setEnvelopeFrom(returnTo(letter.reference()));
    message.setNotifyOptions(SMTPMessage.NOTIFY_SUCCESS | SMTPMessage.NOTIFY_FAILURE);
    message.setReturnOption(SMTPMessage.RETURN_HDRS);
    message.setFrom(new InternetAddress(server.sender()));
    Address to = new InternetAddress(letter.to().exposed(), true);
    message.setRecipient(Message.RecipientType.TO, to);
    message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
    message.setText(letter.body().exposed(), StandardCharsets.UTF_8.name());
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setSentDate(Date.from(clock.instant()));
    message.saveChanges();
    return message;
  }

  private String domain() {
    return server.sender().substring(server.sender().indexOf('@') + 1);
  }

  private String returnTo(String reference) {
    int at = server.sender().indexOf('@');
    return server.sender().substring(0, at) + "+" + reference + server.sender().substring(at);
  }

  @Override
  public void close() {
    SMTPTransport closing = open;
    open = null;
    if (closing != null) {
      try {
        closing.close();
      } catch (MessagingException gone) {
        // what was taken is taken; the server ends the rest
      }
    }
  }

  /** A mail whose id is the letter's own. */
  private static final class Referenced extends SMTPMessage {
    private final String id;

    Referenced(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + ">");
    }
  }
}
