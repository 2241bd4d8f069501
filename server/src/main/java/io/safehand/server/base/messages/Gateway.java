package io.safehand.server.base.messages;

import java.util.UUID;

/**
 * The gateway that a company's short messages go out by.
 *
 * @param id under which reports come back; random, so that nobody finds one by counting
 * @param sender what people see as the sender, empty where the gateway says it
 */
public record Gateway(UUID id, String url, String sender) {
  static boolean isSender(String text) {
    return text.length() <= 40 && text.chars().noneMatch(Character::isISOControl);
  }
}
