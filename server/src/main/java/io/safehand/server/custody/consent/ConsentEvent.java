package io.safehand.server.custody.consent;

import io.safehand.core.inventory.Purpose;
import io.safehand.core.rules.Answer;
import java.time.Instant;
import java.util.Optional;

/**
 * What is said about one purpose. Only what somebody can say: silence is no event, and what follows from the clock or
 * from a notice is not said by anybody.
 *
 * @param provenance a code, id or hash that says where it is on record; never personal data
 * @param validUntil when a given answer runs out by itself
 */
public record ConsentEvent(Purpose purpose, Answer answer, ConsentMethod method, String provenance,
    Optional<Instant> validUntil, Circumstances how) {
  public ConsentEvent {
    if (!answer.isSaid() || answer != Answer.GIVEN && validUntil.isPresent()) {
      throw new IllegalArgumentException("nobody says this");
    }
    if (!provenance.matches("[A-Za-z0-9][A-Za-z0-9._:/-]{0,79}")) {
      throw new IllegalArgumentException("provenance is a code, id or hash");
    }
  }

  public ConsentEvent(Purpose purpose, Answer answer, ConsentMethod method, String provenance,
      Optional<Instant> validUntil) {
    this(purpose, answer, method, provenance, validUntil, Circumstances.TOLD_STAFF);
  }

  public static ConsentEvent given(Purpose purpose, ConsentMethod method, String provenance) {
    return new ConsentEvent(purpose, Answer.GIVEN, method, provenance, Optional.empty());
  }

  public static ConsentEvent withdrawn(Purpose purpose, ConsentMethod method, String provenance) {
    return new ConsentEvent(purpose, Answer.WITHDRAWN, method, provenance, Optional.empty());
  }

  ConsentEvent in(Circumstances other) {
    return new ConsentEvent(purpose, answer, method, provenance, validUntil, other);
  }
}
