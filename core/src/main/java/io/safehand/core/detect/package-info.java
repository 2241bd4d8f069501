/**
 * Recognises identifiers and names: one check per category for cells, one pass over bytes for text, and the
 * door through which every CSV file comes in. Nothing here prints or quotes a value.
 */
@NullMarked
package io.safehand.core.detect;

import org.jspecify.annotations.NullMarked;
