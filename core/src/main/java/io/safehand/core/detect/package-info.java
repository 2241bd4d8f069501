/**
 * Recognises personal information: {@code identifiers} checks cells, {@code scan} finds values in one pass over bytes
 * with {@code glyphs} and {@code names}, {@code files} walks folders; {@code csv} and {@code text} are the door through
 * which files come in, {@code columns} guesses what a table holds. Nothing here prints or quotes a value.
 */
@NullMarked
package io.safehand.core.detect;

import org.jspecify.annotations.NullMarked;
