package io.safehand.server.base.access;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * That a person or an organisation belongs to a unit, an organisation or a body for a term.
 *
 * @param title as what: a work title, never a name
 * @param from first day
 * @param until last day; empty: without end
 */
public record Membership(UUID id, PartyId member, PartyId of, String title, LocalDate from,
    Optional<LocalDate> until) {
  /** Whether the term runs on this day. */
  public boolean runs(LocalDate day) {
    return !day.isBefore(from) && until.map(last -> !day.isAfter(last)).orElse(true);
  }
}
