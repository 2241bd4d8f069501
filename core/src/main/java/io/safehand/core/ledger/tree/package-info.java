/**
 * The Merkle tree of RFC 6962: hashing, roots, proofs. Knows nothing of lines, keys or files.
 */
@NullMarked
package io.safehand.core.ledger.tree;

import org.jspecify.annotations.NullMarked;
