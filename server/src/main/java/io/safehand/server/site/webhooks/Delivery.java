package io.safehand.server.site.webhooks;

import java.time.Instant;
import java.util.UUID;

/**
 * One attempt to send events.
 *
 * @param outcome the status of the answer, or {@code unreachable}, {@code forbidden-address}
 */
public record Delivery(UUID id, Instant at, long first, int events, String outcome) {
  public boolean isTaken() {
    return outcome.startsWith("2");
  }
}
