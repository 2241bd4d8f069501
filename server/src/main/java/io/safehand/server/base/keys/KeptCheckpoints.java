package io.safehand.server.base.keys;

import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.vault.root.CheckpointNotes;
import io.safehand.server.base.ledger.Freshness;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The newest checkpoint of each log beside every copy of the roots. */
@Component
final class KeptCheckpoints implements Freshness {
  private final RootPlaces places;

  KeptCheckpoints(RootPlaces places) {
    this.places = places;
  }

  @Override
  public synchronized Optional<SignedNote> newest(String origin) {
    return notes().newest(origin)
        .map(kept -> SignedNote.parse(kept.note())
            .orElseThrow(() -> new IllegalStateException("a kept checkpoint is no signed note")));
  }

  @Override
  public synchronized void keep(String origin, long size, SignedNote note) {
    notes().put(origin, size, note.bytes());
  }

  private CheckpointNotes notes() {
    return new CheckpointNotes(places.checkpoints());
  }
}
