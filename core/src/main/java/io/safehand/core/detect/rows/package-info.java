/**
 * Rows of a source, whatever it is written in.
 */
@NullMarked
package io.safehand.core.detect.rows;

import org.jspecify.annotations.NullMarked;
