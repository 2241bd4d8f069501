/**
 * Decides, person by person and field by field, what may be seen or moved. Pure: no clock, no store, no key.
 */
@NullMarked
package io.safehand.core.rules;

import org.jspecify.annotations.NullMarked;
