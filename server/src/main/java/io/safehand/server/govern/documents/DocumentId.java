package io.safehand.server.govern.documents;

import java.util.UUID;

/** One document of a company, in all its versions. */
public record DocumentId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
