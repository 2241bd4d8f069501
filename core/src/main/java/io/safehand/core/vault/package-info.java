/**
 * Keys and sealing: one key per person, one message per field group, a key tree that can forget.
 */
@NullMarked
package io.safehand.core.vault;

import org.jspecify.annotations.NullMarked;
