package io.safehand.server.base.access;

import java.util.UUID;

/** A person, unit, outside organisation or body of one company. */
public record PartyId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
