package io.safehand.server.base.keys;

import java.time.Instant;
import java.util.Optional;

/**
 * What may be said of one key: everything but the key.
 *
 * @param kind a stable code: {@code house-root}, {@code house-signing}, {@code house-texts}, {@code tree-root},
 *          {@code received-root}
 * @param id names it in papers and files
 * @param since when it was written where it lies; empty when nothing of it is there
 * @param copies in how many listed folders it lies
 * @param version how often its tree was written; 0 for a key without a tree
 * @param epoch of its search index; 0 for a key without a tree
 */
public record KeyFact(String kind, String algorithm, String id, Optional<Instant> since, int copies,
    long version, long epoch) {}
