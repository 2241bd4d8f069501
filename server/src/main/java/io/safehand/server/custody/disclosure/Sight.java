package io.safehand.server.custody.disclosure;

import java.time.Instant;

/**
 * That somebody looked at one customer's record.
 *
 * @param who the account, as the ledger names it
 * @param audience the code of the capacity in which it looked
 * @param shown how many fields were shown in some form
 * @param withheld how many were asked for and not shown
 */
public record Sight(Instant at, String who, String audience, String purpose, String matter, int shown,
    int withheld) {}
