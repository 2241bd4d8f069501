package io.safehand.server.base.access;

import io.safehand.core.person.CompanyId;

/** A company on this installation. */
public record Company(CompanyId id, String name, Kind kind) {
  /** The platform's operator is a company like any other, but the only one that runs transfers. */
  public enum Kind {
    OPERATOR, CLIENT
  }
}
