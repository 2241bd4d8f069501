package io.safehand.core.person;

import java.util.UUID;

/** A company on this installation. Every stored row names one; every door takes it first. */
public record CompanyId(UUID value) implements Comparable<CompanyId> {
  public static CompanyId parse(String text) {
    return new CompanyId(UUID.fromString(text));
  }

  @Override
  public int compareTo(CompanyId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
