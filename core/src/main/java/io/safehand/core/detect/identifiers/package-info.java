/**
 * One check a category: shape, check digit, structure. Pure, and no reason quotes a value.
 */
@NullMarked
package io.safehand.core.detect.identifiers;

import org.jspecify.annotations.NullMarked;
