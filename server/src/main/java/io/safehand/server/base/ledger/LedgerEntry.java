package io.safehand.server.base.ledger;

import java.time.Instant;

/** What a numbered line is found by; an empty deal: it belongs to none. */
public record LedgerEntry(long number, Instant at, String who, String act, String deal) {}
