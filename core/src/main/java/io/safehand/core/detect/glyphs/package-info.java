/**
 * Characters read straight from bytes, words looked up among them, and what is found.
 */
@NullMarked
package io.safehand.core.detect.glyphs;

import org.jspecify.annotations.NullMarked;
