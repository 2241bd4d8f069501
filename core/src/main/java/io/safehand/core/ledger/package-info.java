/**
 * An append-only Merkle log (RFC 6962) that outsiders verify: checkpoints, proofs, tiles.
 */
@NullMarked
package io.safehand.core.ledger;

import org.jspecify.annotations.NullMarked;
