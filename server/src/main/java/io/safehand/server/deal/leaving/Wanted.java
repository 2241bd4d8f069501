package io.safehand.server.deal.leaving;

import io.safehand.core.inventory.Purpose;
import java.time.LocalDate;
import java.util.Set;

/**
 * A copy that somebody asks for.
 *
 * @param purposes for which it will be used; what they do not show in full to the officer does not leave in full
 * @param matter the number of the case or request
 * @param place where it will lie
 * @param until the last day on which its holder may keep it
 */
public record Wanted(Set<Purpose> purposes, Why why, String matter, Place place, LocalDate until) {
  public Wanted {
    purposes = Set.copyOf(purposes);
  }

  /** Why customers leave the vault in clear form. */
  public enum Why {
    OTHER_SOFTWARE, AUTHORITY, COURT, AUDIT, END_OF_SERVICE
  }

  /** Where a copy lies. */
  public enum Place {
    COMPUTER, SERVER, OTHER_SOFTWARE, USB_STICK, CLOUD
  }
}
