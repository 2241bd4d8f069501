package io.safehand.server.govern.duties;

import java.util.UUID;

/** One duty of a company. */
public record DutyId(UUID value) {
  /** How deadlines and ledger lines name it. */
  public String subject() {
    return "duty/" + value;
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
