/**
 * What the columns of a CSV file hold, by their names and their values.
 */
@NullMarked
package io.safehand.core.detect.columns;

import org.jspecify.annotations.NullMarked;
