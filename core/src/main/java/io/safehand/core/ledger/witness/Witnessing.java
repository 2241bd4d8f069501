package io.safehand.core.ledger.witness;

import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.note.NoteVerdict;
import io.safehand.core.ledger.note.SignatureRefusal;
import io.safehand.core.ledger.note.Trust;
import io.safehand.core.ledger.note.WitnessKey;
import io.safehand.core.ledger.tree.ConsistencyProof;
import java.time.Clock;
import java.util.Optional;

/**
 * Decides whether a checkpoint may be cosigned: its house signed it, and it continues the last one seen of its
 * origin. It remembers nothing itself: the caller reads and stores the last checkpoint in one step.
 */
public final class Witnessing {
  private final WitnessKey key;
  private final Trust trust;
  private final Clock clock;

  public Witnessing(WitnessKey key, Trust trust, Clock clock) {
    this.key = key;
    this.trust = trust;
    this.clock = clock;
  }

  /** The last checkpoint is the one this witness cosigned last for the origin of the request's note. */
  public WitnessAnswer answer(WitnessRequest request, Optional<Checkpoint> last) {
    return switch (trust.judge(request.note())) {
      case NoteVerdict.Refused refused -> refused(refused.reason() == SignatureRefusal.UNKNOWN_SIGNER
          ? WitnessAnswer.Reason.UNKNOWN_LOG
          : WitnessAnswer.Reason.SIGNATURE);
      case NoteVerdict.Accepted accepted -> answer(request, accepted.checkpoint(), last);
    };
  }

  private WitnessAnswer answer(WitnessRequest request, Checkpoint now, Optional<Checkpoint> last) {
    if (last.isPresent() && !last.get().origin().equals(now.origin())) {
      throw new IllegalArgumentException("the last checkpoint is of another log");
    }
    if (request.seen() != last.map(Checkpoint::size).orElse(0L)) {
      return refused(WitnessAnswer.Reason.OTHER_SIZE);
    }
    if (now.size() < request.seen()) {
      return refused(WitnessAnswer.Reason.SHRUNK);
    }
    return continues(request, now, last)
        ? new WitnessAnswer.Cosigned(key.cosign(request.note(), clock.instant()), now)
        : refused(WitnessAnswer.Reason.FORKED);
  }

  /** Every log continues the empty one. */
  private static boolean continues(WitnessRequest request, Checkpoint now, Optional<Checkpoint> last) {
    if (last.isEmpty() || request.seen() == 0) {
      return request.proof().isEmpty();
    }
    return new ConsistencyProof(request.seen(), now.size(), request.proof()).proves(last.get().root(),
        now.root());
  }

  private static WitnessAnswer refused(WitnessAnswer.Reason reason) {
    return new WitnessAnswer.Refused(reason);
  }
}
