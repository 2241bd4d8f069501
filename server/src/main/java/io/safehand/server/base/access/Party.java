package io.safehand.server.base.access;

import io.safehand.core.person.PersonalText;
import java.util.Optional;

/**
 * Somebody that a company deals with at work.
 *
 * @param name empty until it is known
 * @param mail empty when there is none
 * @param under the unit above, for units
 */
public record Party(PartyId id, Kind kind, PersonalText name, PersonalText mail, Optional<PartyId> under) {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_MAIL = 254;

  /** What it is. */
  public enum Kind {
    /** A human being, with or without an account. */
    PERSON,
    /** A part of the company, in a tree. */
    UNIT,
    /** Another organisation: vendor, law firm, authority. */
    OUTSIDE,
    /** A board or committee with members and terms. */
    BODY;

    boolean mayHaveMembers() {
      return this != PERSON;
    }

    boolean mayBeMember() {
      return this == PERSON || this == OUTSIDE;
    }
  }

  public Party {
    if (!isName(name) || !isMail(mail)) {
      throw new IllegalArgumentException("a name or a mail address is malformed");
    }
  }

  /** Whether it can be a name: one line of at most 200 characters. */
  public static boolean isName(PersonalText name) {
    return name.exposed().length() <= LONGEST_NAME && isOneLine(name);
  }

  /** Whether it can be a mail address, or is empty. */
  public static boolean isMail(PersonalText mail) {
    String text = mail.exposed();
    return text.isEmpty() || text.length() <= LONGEST_MAIL && isOneLine(mail)
        && text.matches("[^\\s@<>,;:\"()\\[\\]\\\\]+@[^\\s@<>,;:\"()\\[\\]\\\\]+");
  }

  private static boolean isOneLine(PersonalText text) {
    return text.exposed().chars().noneMatch(Character::isISOControl);
  }
}
