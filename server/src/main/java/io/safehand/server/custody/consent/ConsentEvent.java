package io.safehand.server.custody.consent;

import io.safehand.core.inventory.Purpose;
import io.safehand.core.rules.Answer;
import java.time.Instant;
import java.util.Optional;

/**
 * What a person says about one purpose. Never {@link Answer#UNKNOWN}: silence is no event.
 *
 * @param provenance a code, id or hash that says where it is on record; never personal data
 * @param validUntil when a given answer runs out by itself
 */
public record ConsentEvent(Purpose purpose, Answer answer, ConsentMethod method, String provenance,
    Optional<Instant> validUntil) {
  public ConsentEvent {
    if (answer == Answer.UNKNOWN) {
      throw new IllegalArgumentException("silence is no event");
    }
  }

  public static ConsentEvent given(Purpose purpose, ConsentMethod method, String provenance) {
    return new ConsentEvent(purpose, Answer.GIVEN, method, provenance, Optional.empty());
  }

  public static ConsentEvent withdrawn(Purpose purpose, ConsentMethod method, String provenance) {
    return new ConsentEvent(purpose, Answer.WITHDRAWN, method, provenance, Optional.empty());
  }
}
