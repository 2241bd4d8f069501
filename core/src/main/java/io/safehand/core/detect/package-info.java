/**
 * Finds and validates Chinese identifiers and names in text.
 */
@NullMarked
package io.safehand.core.detect;

import org.jspecify.annotations.NullMarked;
