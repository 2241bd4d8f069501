package io.safehand.server.govern.deadlines;

import io.safehand.core.person.CompanyId;
import java.util.Set;

/** Told by the module whose deadlines these are; offered as a bean. */
public interface DeadlineSteps {
  /** The regimes whose steps it wants to know of. */
  Set<String> regimes();

  /**
   * A step was taken, in the transaction that records it: what is done here is done once, however often the clock is
   * looked at. Steps that were passed over while the server stood still come too, one after the other.
   */
  void taken(CompanyId company, Deadline deadline, Deadline.Step step);
}
