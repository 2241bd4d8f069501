package io.safehand.server.base.decisions;

import java.util.UUID;

/** One matter to be decided. */
public record MatterId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
