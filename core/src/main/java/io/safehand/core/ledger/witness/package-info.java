/**
 * Somebody outside who remembers a log's last checkpoint and cosigns only what continues it.
 */
@NullMarked
package io.safehand.core.ledger.witness;

import org.jspecify.annotations.NullMarked;
