package io.safehand.server.base.recovery;

import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.decisions.MatterId;
import java.time.Instant;
import java.util.Optional;

/**
 * A new way in that was asked for.
 *
 * @param account whose
 * @param readyAt from when its link may be made; empty before a second person confirmed
 */
public record Recovery(AccountId account, MatterId matter, Optional<Instant> readyAt) {}
