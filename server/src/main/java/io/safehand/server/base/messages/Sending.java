package io.safehand.server.base.messages;

import io.safehand.core.person.PersonalText;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Hands one mail to a server, over TLS whose certificate fits the host unless the server is on this machine. */
record Sending(SSLSocketFactory trusted) {
  private static final String MILLIS = "10000";

  /** False when the server did not take it. Says nothing about why: an answer of a mail server may quote the mail. */
  boolean send(MailServer server, Optional<PersonalText> password, PersonalText to, Words words) {
    JavaMailSenderImpl sender = sender(server, password);
    try {
      MimeMessage message = sender.createMimeMessage();
      MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
      helper.setFrom(server.sender());
      helper.setTo(to.exposed());
      helper.setSubject(words.subject());
      helper.setText(words.body());
      sender.send(message);
      return true;
    } catch (MailException | MessagingException refused) {
      return false;
    }
  }

  /** What a mail says. */
  record Words(String subject, String body) {
    Words {
      if (subject.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("a subject is one line");
      }
    }

    @Override
    public String toString() {
      return "•••";
    }
  }

  private JavaMailSenderImpl sender(MailServer server, Optional<PersonalText> password) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost(server.host());
    sender.setPort(server.port());
    if (!server.login().isEmpty()) {
      sender.setUsername(server.login());
      sender.setPassword(password.map(PersonalText::exposed).orElse(""));
    }
    sender.getJavaMailProperties().putAll(how(server));
    return sender;
  }

  /** How a connection to the server is made; refuses to go on without TLS where that is wanted. */
  Properties how(MailServer server) {
    Properties how = new Properties();
    how.put("mail.transport.protocol", "smtp");
    how.put("mail.smtp.host", server.host());
    how.put("mail.smtp.port", String.valueOf(server.port()));
    how.put("mail.smtp.auth", String.valueOf(!server.login().isEmpty()));
    how.put("mail.smtp.connectiontimeout", MILLIS);
    how.put("mail.smtp.timeout", MILLIS);
    how.put("mail.smtp.writetimeout", MILLIS);
    how.put("mail.smtp.ssl.checkserveridentity", "true");
    how.put("mail.smtp.ssl.socketFactory", trusted);
    how.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
    switch (server.security()) {
      case STARTTLS -> {
        how.put("mail.smtp.starttls.enable", "true");
        how.put("mail.smtp.starttls.required", "true");
      }
      case TLS -> how.put("mail.smtp.ssl.enable", "true");
      case NONE -> how.put("mail.smtp.starttls.enable", "false");
    }
    return how;
  }
}
