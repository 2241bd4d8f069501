package io.safehand.core.custody;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is known about a record without opening it, so that rules and periods can be applied to millions.
 *
 * @param activeOn from when retention runs
 * @param minor under 14 on the day of intake
 * @param kept what law orders kept, when something does
 * @param restricted only what law orders kept is left
 */
public record RecordFacts(CustomerKind kind, LocalDate activeOn, boolean minor, Optional<Kept> kept,
    boolean restricted) {
  /** The same record after everything that law does not keep was destroyed. */
  public RecordFacts restrictedToKept() {
    return new RecordFacts(kind, activeOn, minor, kept, true);
  }
}
