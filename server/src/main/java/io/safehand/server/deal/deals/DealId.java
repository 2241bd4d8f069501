package io.safehand.server.deal.deals;

import java.util.UUID;

/** A deal of one seller. */
public record DealId(UUID value) {
  public static DealId parse(String text) {
    return new DealId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
