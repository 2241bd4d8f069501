package io.safehand.server.site.webhooks;

import io.safehand.server.base.access.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A place that events are sent to.
 *
 * @param acts which acts of the ledger, each a code or its beginning followed by {@code *}
 * @param by who registered it: what they do not know of is not sent
 * @param next the number of the first line that it has not taken
 * @param failures how often in a row it did not take the next
 * @param due when it is tried again
 */
public record Webhook(UUID id, String url, List<String> acts, AccountId by, long next, int failures,
    Instant due) {
  private static final int PAUSED_AFTER = 20;

  public Webhook {
    acts = List.copyOf(acts);
  }

  /** It failed so often that it is not tried by itself any more. */
  public boolean isPaused() {
    return failures >= PAUSED_AFTER;
  }

  Webhook at(long number, int failed, Instant again) {
    return new Webhook(id, url, acts, by, number, failed, again);
  }

  boolean wants(String act) {
    return acts.stream()
        .anyMatch(wanted -> wanted.endsWith("*")
            ? act.startsWith(wanted.substring(0, wanted.length() - 1))
            : act.equals(wanted));
  }
}
