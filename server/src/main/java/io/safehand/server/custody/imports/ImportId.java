package io.safehand.server.custody.imports;

import java.util.UUID;

/** One import of one company. */
public record ImportId(UUID value) {
  public static ImportId parse(String text) {
    return new ImportId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
