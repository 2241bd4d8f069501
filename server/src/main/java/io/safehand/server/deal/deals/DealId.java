package io.safehand.server.deal.deals;

import java.util.Optional;
import java.util.UUID;

/** A deal of one seller. */
public record DealId(UUID value) {
  private static final String SUBJECT = "deal/";

  public static DealId parse(String text) {
    return new DealId(UUID.fromString(text));
  }

  /** The deal that matters and runs are about under this subject; empty when they are about something else. */
  public static Optional<DealId> ofSubject(String subject) {
    return subject.startsWith(SUBJECT)
        ? Optional.of(parse(subject.substring(SUBJECT.length())))
        : Optional.empty();
  }

  /** As matters and runs name what they are about. */
  public String subject() {
    return SUBJECT + value;
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
