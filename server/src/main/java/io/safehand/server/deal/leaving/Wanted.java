package io.safehand.server.deal.leaving;

import io.safehand.core.hash.Sha256;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.json.Json;
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

  /** What is decided: the request, and the inventory that says which fields its purposes show. */
  String sha256(CopyId copy, String inventory) {
    return Sha256.hex(Json.object()
        .with("act", Leavings.KIND)
        .with("copy", copy.toString())
        .with("purposes", Json.array(purposes.stream().map(Purpose::code).sorted().map(Json::text).toList()))
        .with("why", why.name())
        .with("case", matter)
        .with("place", place.name())
        .with("until", until.toString())
        .with("inventory", inventory)
        .canonical());
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
