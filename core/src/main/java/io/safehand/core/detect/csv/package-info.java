/**
 * The door through which every CSV file comes in: rows in bounded memory.
 */
@NullMarked
package io.safehand.core.detect.csv;

import org.jspecify.annotations.NullMarked;
