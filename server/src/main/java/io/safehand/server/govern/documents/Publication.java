package io.safehand.server.govern.documents;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What the outside may read, from one moment to another.
 *
 * @param sha256 of exactly what may be read
 * @param until empty: until it is taken back
 */
public record Publication(UUID id, DocumentId document, int number, String kind, String sha256,
    Audience audience, Instant from, Optional<Instant> until) {
  /** Who may read it. */
  public enum Audience {
    PUBLIC, CUSTOMERS, STAFF
  }

}
