package io.safehand.server.base.messages;

import io.safehand.core.person.PersonalText;
import io.safehand.server.base.access.Party;
import io.safehand.server.start.PublicAddress;

/**
 * The server that a company's mail goes out by.
 *
 * @param login empty: none is needed
 * @param sender the address that mail comes from
 */
public record MailServer(String host, int port, Security security, String login, String sender) {
  private static final int LAST_PORT = 65_535;
  private static final int LONGEST = 254;

  /** How the way to the server is protected. */
  public enum Security {
    /** Begins in clear and refuses to go on without TLS. */
    STARTTLS,
    /** TLS from the first byte. */
    TLS,
    /** Not at all: for a server on the same machine only. */
    NONE
  }

  /** Whether mail may go there at all: outside of the operator's own networks, unless those are allowed. */
  boolean isAllowed(boolean privateToo) {
    return privateToo || PublicAddress.isPublic(host);
  }

  /** Whether each value can be one, and nothing leaves the machine in clear. */
  boolean isWellFormed() {
    boolean address = host.length() <= LONGEST && host.matches("[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?");
    boolean from = !sender.isEmpty() && Party.isMail(PersonalText.of(sender));
    boolean quiet = login.length() <= LONGEST && login.chars().noneMatch(Character::isISOControl);
    return address && from && quiet && port > 0 && port <= LAST_PORT
        && (security != Security.NONE || isHere());
  }

  private boolean isHere() {
    return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("::1");
  }
}
