/**
 * The few values that live outside the database and its backups: erasable roots, the secrets of the house, and the
 * newest checkpoint of each ledger, each in every listed folder.
 */
@NullMarked
package io.safehand.core.vault.root;

import org.jspecify.annotations.NullMarked;
