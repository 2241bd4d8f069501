package io.safehand.server.govern.duties;

import java.util.UUID;

/** One obligation of a company. */
public record ObligationId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
