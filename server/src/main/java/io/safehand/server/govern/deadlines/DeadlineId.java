package io.safehand.server.govern.deadlines;

import java.util.UUID;

/** One running deadline of a company. */
public record DeadlineId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
