package io.safehand.server.custody.notices;

import io.safehand.core.custody.Addressing;
import io.safehand.core.custody.Addressing.Addressed;
import io.safehand.core.custody.stored.Custody;
import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.inventory.FieldRule;
import io.safehand.core.person.PersonId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The people of one stretch of leaf pages who are taken up together: their rows say so before anything goes out, so that
 * nobody who may have got the notice gets it again after a crash. For one thread.
 */
final class Batch implements Addressing.Wanted {
  private final Sendout out;
  private final int firstLeaf;
  private final int leaves;
  private final Map<PersonId, Set<Channel>> failed = new HashMap<>();
  private final Map<PersonId, Delivery> before = new HashMap<>();
  private final Map<PersonId, String> tokens = new HashMap<>();

  Batch(Sendout out, int firstLeaf, int leaves) {
    this.out = out;
    this.firstLeaf = firstLeaf;
    this.leaves = leaves;
  }

  /** Takes the people up, and opens the best address of each that was not tried in vain. */
  List<Addressed> take(Addressing addressing) {
    return addressing.address(this::claim, this, out.errand(), out.details());
  }

  /** How the notice stood with the person when the batch took them up. */
  Delivery before(PersonId person) {
    return before.getOrDefault(person, Delivery.NONE);
  }

  String link(PersonId person) {
    return out.parts().links().url(tokens.getOrDefault(person, ""));
  }

  private List<SealedRecord> claim(Custody custody) {
    Sendout.Parts parts = out.parts();
    List<SealedRecord> meant = parts.addressees()
        .meant(out.company(), out.campaign(), custody.records().heldInLeaves(firstLeaf, leaves));
    List<PersonId> people = meant.stream().map(SealedRecord::person).toList();
    before.putAll(parts.register().told().lock(out.company(), out.campaign().id(), people));
    before.values().removeIf(delivery -> !delivery.isOpen());
    if (before.isEmpty()) {
      return List.of();
    }
    failed.putAll(parts.register().attempts().failed(out.company(), out.campaign().id(), before.keySet()));
    parts.register()
        .told()
        .put(out.company(), out.campaign().id(), before.keySet(), Delivery.SENDING, "",
            parts.clock().instant());
    Tally tally = new Tally();
    before.values().forEach(delivery -> tally.moved(delivery, Delivery.SENDING, 1));
    parts.register().tallies().add(out.company(), out.campaign().id(), tally);
    tokens.putAll(parts.links().draw(out.company(), out.campaign(), before.keySet()));
    return meant.stream().filter(record -> before.containsKey(record.person())).toList();
  }

  @Override
  public List<FieldRule> addresses(PersonId person) {
    Set<Channel> tried = failed.getOrDefault(person, EnumSet.noneOf(Channel.class));
    return out.fields()
        .stream()
        .filter(field -> tried.stream().noneMatch(channel -> channel.takes(field)))
        .toList();
  }

  @Override
  public Optional<FieldRule> language() {
    return out.language();
  }
}
