package io.safehand.server.base.messages;

import io.safehand.core.person.PersonalText;

/**
 * A message to one customer, by mail or as a short message.
 *
 * @param subject empty for a short message
 * @param reference 32 hexadecimal digits that only this house can make: what comes back about the letter names them
 */
public record Letter(PersonalText to, String subject, PersonalText body, String reference) {
  public Letter {
    if (subject.chars().anyMatch(Character::isISOControl) || !isReference(reference)) {
      throw new IllegalArgumentException("a letter has a subject of one line and a reference");
    }
  }

  public static boolean isReference(String text) {
    return text.matches("[0-9a-f]{32}");
  }

  @Override
  public String toString() {
    return "•••";
  }
}
