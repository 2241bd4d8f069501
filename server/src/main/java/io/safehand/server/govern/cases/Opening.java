package io.safehand.server.govern.cases;

import io.safehand.core.person.PersonId;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.govern.deadlines.Regime;
import java.util.List;
import java.util.Optional;

/**
 * A case to be opened.
 *
 * @param detail a stable code
 * @param regimes the deadlines that begin with it
 */
public record Opening(String kind, Optional<PersonId> person, Channel channel, String detail,
    Optional<AccountId> against, List<Regime> regimes) {
  public Opening {
    regimes = List.copyOf(regimes);
    if (!detail.matches("[a-z][a-z0-9.-]{0,79}")) {
      throw new IllegalArgumentException("what a case is about is a stable code");
    }
  }
}
