package io.safehand.server.govern.cases;

import java.util.UUID;

/** One case of a company. */
public record CaseId(UUID value) {
  /** How deadlines and ledger lines name it. */
  public String subject() {
    return "case/" + value;
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
