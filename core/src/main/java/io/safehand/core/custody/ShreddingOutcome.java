package io.safehand.core.custody;

import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.custody.keys.WrittenPages;

import io.safehand.core.handover.manifest.CommitmentList;
import io.safehand.core.handover.manifest.ExclusionCommitment;
import io.safehand.core.person.GroupName;
import io.safehand.core.person.PersonId;
import io.safehand.core.vault.tree.KeyPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one attempt at an erasure has ordered so far. */
final class ShreddingOutcome {
  final List<PersonId> gone = new ArrayList<>();
  final List<KeyPlace> places = new ArrayList<>();
  final List<WrittenPages> written = new ArrayList<>();
  final List<ExclusionCommitment> committed = new ArrayList<>();
  int kept;
  int absent;

  /** Before another attempt at the same transaction. */
  void clear() {
    List.of(gone, places, written, committed).forEach(List::clear);
    kept = 0;
    absent = 0;
  }

  CommitmentList commitments() {
    return new CommitmentList(committed);
  }

  /** The old key goes in any case. */
  Optional<ToKeep> order(SealedRecord record, Set<GroupName> keep) {
    if (keep.isEmpty()) {
      destroy(record.place());
      return Optional.empty();
    }
    places.add(record.place());
    return Optional.of(new ToKeep(record, keep));
  }

  void destroy(KeyPlace place) {
    places.add(place);
    gone.add(place.person());
  }

  /** Somebody of whom law orders these groups kept. */
  record ToKeep(SealedRecord record, Set<GroupName> groups) {}
}
