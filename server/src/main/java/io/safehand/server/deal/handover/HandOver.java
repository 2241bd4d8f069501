package io.safehand.server.deal.handover;

import io.safehand.core.handover.age.Recipient;
import io.safehand.core.ledger.note.Trust;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How far one hand-over has come at the seller.
 *
 * @param recipient the key that the package is sealed to
 * @param buyer the public keys of the buyer's house, which a receipt must be signed with
 * @param reached the steps behind it, each with its time
 */
record HandOver(Recipient recipient, Trust buyer, Optional<String> firstConfirmer, Optional<String> manifest,
    Optional<String> receipt, Map<HandOverStep, Instant> reached) {
  HandOver {
    reached = Map.copyOf(reached);
  }

  boolean has(HandOverStep step) {
    return reached.containsKey(step);
  }
}
