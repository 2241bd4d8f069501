/**
 * Reads a file as UTF-8, whatever it is written in, and says what is wrong with one that cannot be read.
 */
@NullMarked
package io.safehand.core.detect.text;

import org.jspecify.annotations.NullMarked;
