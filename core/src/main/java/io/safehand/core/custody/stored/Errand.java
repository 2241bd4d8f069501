package io.safehand.core.custody.stored;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.LedgerLine;
import io.safehand.core.ledger.LineNonce;
import java.time.Instant;

/**
 * On whose account an act is done, and why. Every act takes one and writes it to the ledger.
 *
 * @param who the account, never a name
 * @param purpose the declared purpose, or a stable code for acts of duty such as {@code retention}
 * @param matter the case, request or deal that asked for it; empty only for acts of duty
 * @param deal the deal, or empty outside one
 */
public record Errand(String who, String purpose, String matter, String deal) {
  public Errand {
    if (who.isBlank() || purpose.isBlank()) {
      throw new IllegalArgumentException("an act needs an account and a purpose");
    }
  }

  /** The ledger line of an act done on this errand. */
  public LedgerLine line(LineNonce nonce, Instant at, Act act, Json.Object details) {
    return LedgerLine.of(nonce, at, who, act).forPurpose(purpose).inCase(matter).inDeal(deal).with(details);
  }
}
