package io.safehand.server.deal.deals;

import io.safehand.core.hash.Sha256;
import io.safehand.core.json.Json;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.access.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who leaves and who comes when a company gets new owners.
 *
 * @param outgoing accounts that lose all their roles
 * @param incoming accounts by handle, and the role each of them gets; one that is not there yet is added, and cannot sign
 *   in before somebody invites it
 */
public record ChangeOfControl(Set<AccountId> outgoing, List<Appointment> incoming) {
  /** A person who comes, under a work name. */
  public record Appointment(String handle, Role role) {}

  public ChangeOfControl {
    outgoing = Set.copyOf(outgoing);
    incoming = List.copyOf(incoming);
    if (outgoing.isEmpty() || incoming.isEmpty()) {
      throw new IllegalArgumentException("somebody leaves and somebody comes when control changes");
    }
  }

  /** SHA-256 of exactly what is decided. */
  String sha256(DealId deal) {
    return Sha256.hex(content(deal));
  }

  /** What is decided, in canonical JSON. */
  byte[] content(DealId deal) {
    return Json.object()
        .with("act", "control.change")
        .with("deal", deal.toString())
        .with("outgoing",
            Json.array(outgoing.stream().map(AccountId::toString).sorted().map(Json::text).toList()))
        .with("incoming",
            Json.array(incoming.stream()
                .sorted(Comparator.comparing(Appointment::handle))
                .map(one -> Json.object().with("handle", one.handle()).with("role", one.role().name()))
                .toList()))
        .canonical();
  }

  static ChangeOfControl parse(byte[] content) {
    Json.Object change = Json.parse(content).asObject();
    return new ChangeOfControl(
        change.array("outgoing")
            .texts()
            .stream()
            .map(id -> new AccountId(UUID.fromString(id)))
            .collect(Collectors.toSet()),
        change.array("incoming")
            .objects()
            .stream()
            .map(one -> new Appointment(one.text("handle"), Role.valueOf(one.text("role"))))
            .toList());
  }
}
