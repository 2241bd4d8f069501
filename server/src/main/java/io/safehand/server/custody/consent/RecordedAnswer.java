package io.safehand.server.custody.consent;

import io.safehand.core.inventory.Purpose;
import io.safehand.core.rules.Answer;
import io.safehand.core.rules.Speaker;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One answer as it is on record, never changed.
 *
 * @param id of the event; of an imported answer it follows from import, person and purpose
 * @param said what was said
 * @param state what stood after it
 * @param at when it was said
 * @param recorded when it was recorded
 * @param method code of how it was said; {@code unstated} where an import does not say
 * @param type code of how clearly; {@code unstated} where an import does not say
 * @param notice number of the notice that it was said to; 0 for none
 */
public record RecordedAnswer(UUID id, Purpose purpose, Answer said, Answer state, Instant at,
    Instant recorded, Optional<Instant> validUntil, Speaker speaker, String method, String type,
    String surface, boolean separate, String provenance, String by, int notice, String language,
    String served) {
  static final String UNSTATED = "unstated";

  public boolean isImported() {
    return surface.equals(Surface.IMPORT.code());
  }

  public boolean isGuardians() {
    return speaker == Speaker.GUARDIAN;
  }
}
