package io.safehand.core.ledger;

import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.note.NoteVerdict;
import io.safehand.core.ledger.note.SignatureRefusal;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.ledger.note.Trust;
import io.safehand.core.ledger.tiles.LogFiles;
import io.safehand.core.ledger.tiles.TilePath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks a log's folder without server, network or database: signatures, every line, every tile, and that the log
 * continues each older checkpoint that is given. Names the first bad thing.
 */
public final class LedgerVerifier {
  /** No trusted witness cosigned: whoever holds the house's keys could show others another log. */
  public static final String NO_WITNESS = "ledger.unchecked.witness";
  /** No older checkpoint was given: whoever holds the house's keys could have written the log anew. */
  public static final String NO_OLDER = "ledger.unchecked.older";
  /** Whether what the lines say happened: never checked here. */
  public static final String CONTENT = "ledger.unchecked.content";

  private final Trust trust;

  public LedgerVerifier(Trust trust) {
    this.trust = trust;
  }

  /** Older checkpoints may come from receipts, witnesses or a notebook, and must be of this log's origin. */
  public LedgerVerdict verify(Path folder, List<Checkpoint> older) {
    return verify(LogFiles.in(folder), older);
  }

  /** The same for files that do not lie in a folder. */
  public LedgerVerdict verify(LogFiles files, List<Checkpoint> older) {
    Optional<byte[]> file = files.read(TilePath.CHECKPOINT);
    if (file.isEmpty()) {
      return new LedgerVerdict.CannotJudge("ledger.checkpoint.missing", TilePath.CHECKPOINT);
    }
    Optional<SignedNote> note = SignedNote.parse(file.get());
    if (note.isEmpty()) {
      return new LedgerVerdict.Broken("signature.malformed", TilePath.CHECKPOINT);
    }
    return switch (trust.judge(note.get())) {
      case NoteVerdict.Refused refused -> refused(refused);
      case NoteVerdict.Accepted accepted -> verify(files, accepted, older);
    };
  }

  private static LedgerVerdict refused(NoteVerdict.Refused refused) {
    String code = refused.reason().code();
    return refused.reason() == SignatureRefusal.UNKNOWN_SIGNER
        ? new LedgerVerdict.CannotJudge(code, refused.signer())
        : new LedgerVerdict.Broken(code, refused.signer());
  }

  private static LedgerVerdict verify(LogFiles files, NoteVerdict.Accepted accepted, List<Checkpoint> older) {
    Checkpoint checkpoint = accepted.checkpoint();
    Optional<Checkpoint> foreign = older.stream()
        .filter(old -> !old.origin().equals(checkpoint.origin()))
        .findFirst();
    if (foreign.isPresent()) {
      return new LedgerVerdict.CannotJudge("ledger.checkpoint.foreign", foreign.get().origin());
    }
    Optional<LedgerVerdict.Broken> broken = new LogReading(files, checkpoint, older).firstBroken();
    return broken.isPresent()
        ? broken.get()
        : new LedgerVerdict.Sound(checkpoint, accepted.house(), accepted.witnesses(),
            unchecked(accepted, older));
  }

  private static List<String> unchecked(NoteVerdict.Accepted accepted, List<Checkpoint> older) {
    List<String> unchecked = new ArrayList<>();
    if (accepted.witnesses().isEmpty()) {
      unchecked.add(NO_WITNESS);
    }
    if (older.isEmpty()) {
      unchecked.add(NO_OLDER);
    }
    unchecked.add(CONTENT);
    return unchecked;
  }
}
