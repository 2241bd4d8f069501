/**
 * The key tree: keys of people in pages of 64, each page sealed under a key that lies in the page above, so that a few
 * rewritten pages make chosen keys unreachable, whoever kept the old pages.
 */
@NullMarked
package io.safehand.core.vault.tree;

import org.jspecify.annotations.NullMarked;
