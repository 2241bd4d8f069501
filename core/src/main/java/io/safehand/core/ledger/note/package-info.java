/**
 * What a log's owner and its witnesses sign: checkpoints as signed notes, documents, and who is trusted to.
 */
@NullMarked
package io.safehand.core.ledger.note;

import org.jspecify.annotations.NullMarked;
