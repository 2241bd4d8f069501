package io.safehand.server.base.access;

import java.util.UUID;

/** One person's account in one company. */
public record AccountId(UUID value) {
  /** Nobody: in whose name a company is founded. */
  public static final AccountId FOUNDING = new AccountId(new UUID(0, 0));

  @Override
  public String toString() {
    return value.toString();
  }
}
