package io.safehand.server.base.signin;

import io.safehand.server.base.access.Account;
import io.safehand.server.base.messages.Mail;
import io.safehand.server.base.messages.Mails;
import io.safehand.server.start.Listening;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Mails the link of an invitation to whom it is for, besides its being shown. The link begins with the address of the
 * settings, never with what a caller says; without that setting nothing is mailed. May be used by many threads.
 */
@Component
public final class LinkMails {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Mails mails;
  private final Listening listening;
  private final Clock clock;
  private final ZoneId zone;

  LinkMails(Mails mails, Listening listening, Clock clock, ZoneId zone) {
    this.mails = mails;
    this.listening = listening;
    this.clock = clock;
    this.zone = zone;
  }

  /** What came of it, by a code; empty when no mail could be tried, because server, address or mail address is missing. */
  public Optional<String> send(Account to, Secret link) {
    Optional<Mails.Outcome> outcome = listening.address().map(address -> send(to, link, address));
    return outcome.flatMap(known -> switch (known) {
      case SENT -> Optional.of("sent");
      case NOT_TAKEN -> Optional.of("not-taken");
      case NO_SERVER, NO_ADDRESS -> Optional.empty();
    });
  }

  private Mails.Outcome send(Account to, Secret link, URI address) {
    String ends = DAY.format(clock.instant().plus(Invitations.VALID).atZone(zone));
    return mails.send(to.company(), to.id(),
        new Mail("invitation", address + "/invitation/" + link.exposed(), ends));
  }
}
