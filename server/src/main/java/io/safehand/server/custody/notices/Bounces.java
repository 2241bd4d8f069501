package io.safehand.server.custody.notices;

import io.safehand.core.person.CompanyId;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Reports of mail servers about notices (RFC 3464), as they come into the company's mailbox. A report counts only for the
 * letter whose reference it names, which nobody outside of this house can make. May be used by many threads.
 */
@Component
public final class Bounces {
  private static final int LONGEST = 1 << 20;
  private static final int MOST_PARTS = 10;
  private static final int LOOKED_AT = 64 * 1024;
  private static final Pattern RETURN_TO = Pattern.compile("\\+([0-9a-f]{32})@");
  private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^message-id:\\s*<([0-9a-f]{32})@");
  private static final Pattern ACTION = Pattern.compile("(?im)^action:\\s*([a-z]+)");
  private static final Pattern STATUS = Pattern.compile("(?im)^status:\\s*([245]\\.[0-9]{1,3}\\.[0-9]{1,3})");

  private final Returns returns;

  Bounces(Returns returns) {
    this.returns = returns;
  }

  /** What a mail turned out to be. */
  public enum Outcome {
    /** A report about a notice of this company; it is taken in. */
    TAKEN,
    /** A report that says nothing final, such as a delay. */
    NOTHING_FINAL,
    /** No report, a damaged one, or about no letter of ours: somebody may read it. */
    NOT_OURS
  }

  /** Reads a mail as it came, headers and all; never throws for what is in it. */
  public Outcome accept(CompanyId company, byte[] mail) {
    if (mail.length > LONGEST) {
      return Outcome.NOT_OURS;
    }
    try {
      MimeMessage message = new MimeMessage(Session.getInstance(new Properties()),
          new ByteArrayInputStream(mail));
      return message.isMimeType("multipart/report") && message.getContent() instanceof Multipart parts
          ? accept(company, message, parts)
          : Outcome.NOT_OURS;
    } catch (MessagingException | IOException | RuntimeException damaged) {
      return Outcome.NOT_OURS;
    }
  }

  private Outcome accept(CompanyId company, MimeMessage message, Multipart parts)
      throws MessagingException, IOException {
    StringBuilder report = new StringBuilder();
    StringBuilder original = new StringBuilder();
    for (int at = 0; at < Math.min(parts.getCount(), MOST_PARTS); at++) {
      BodyPart part = parts.getBodyPart(at);
      if (part.isMimeType("message/delivery-status")) {
        report.append(text(part));
      } else if (part.isMimeType("text/rfc822-headers") || part.isMimeType("message/rfc822")) {
        original.append(text(part));
      }
    }
    String to = String.join("\n", Optional.ofNullable(message.getHeader("To")).orElse(new String[0]));
    Optional<String> reference = first(RETURN_TO, to).or(() -> first(MESSAGE_ID, original));
    Optional<Delivery> outcome = first(ACTION, report).flatMap(Bounces::outcome);
    if (reference.isEmpty()) {
      return Outcome.NOT_OURS;
    }
    if (outcome.isEmpty()) {
      return Outcome.NOTHING_FINAL;
    }
    String status = first(STATUS, report).orElse("0.0.0");
    return returns.take(company, reference.get(), outcome.get(), status) ? Outcome.TAKEN : Outcome.NOT_OURS;
  }

  private static Optional<Delivery> outcome(String action) {
    return switch (action.toLowerCase(Locale.ROOT)) {
      case "failed" -> Optional.of(Delivery.BOUNCED);
      case "delivered" -> Optional.of(Delivery.DELIVERED);
      default -> Optional.empty();
    };
  }

  private static Optional<String> first(Pattern pattern, CharSequence text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String text(BodyPart part) throws MessagingException, IOException {
    try (InputStream body = part.getInputStream()) {
      return new String(body.readNBytes(LOOKED_AT), StandardCharsets.ISO_8859_1);
    }
  }
}
