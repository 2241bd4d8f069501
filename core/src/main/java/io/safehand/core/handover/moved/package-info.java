/**
 * What travels of one person: records as they were sealed, and the keys that open them. Nothing here opens anything.
 */
@NullMarked
package io.safehand.core.handover.moved;

import org.jspecify.annotations.NullMarked;
