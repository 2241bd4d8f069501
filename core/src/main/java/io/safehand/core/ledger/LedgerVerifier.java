package io.safehand.core.ledger;

import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.note.Trust;
import java.nio.file.Path;
import java.util.List;

/**
 * Checks a log's folder without server, network or database: signatures, every line, every tile, and that the log
 * continues each older checkpoint that is given. Names the first bad thing.
 */
public final class LedgerVerifier {
  private final Trust trust;

  public LedgerVerifier(Trust trust) {
    this.trust = trust;
  }

  /** Older checkpoints may come from receipts, witnesses or a notebook; only those of this log's origin count. */
  public LedgerVerdict verify(Path folder, List<Checkpoint> older) {
    throw new UnsupportedOperationException("filled soon " + trust + folder + older);
  }
}
