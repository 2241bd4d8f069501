/**
 * One mask per category: what of a value may be shown to somebody who may know that it exists.
 */
@NullMarked
package io.safehand.core.mask;

import org.jspecify.annotations.NullMarked;
