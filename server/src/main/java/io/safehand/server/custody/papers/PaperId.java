package io.safehand.server.custody.papers;

import java.util.UUID;

/** A filed paper of a company. */
public record PaperId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
