/**
 * Keys and sealing: one key per person, one message per field group. {@code tree} holds the keys so that they can be
 * forgotten, {@code root} the few values outside the database that make forgetting final.
 */
@NullMarked
package io.safehand.core.vault;

import org.jspecify.annotations.NullMarked;
