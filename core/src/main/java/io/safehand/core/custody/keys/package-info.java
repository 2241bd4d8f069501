/** A company's keys: the erasable tree, its roots and second place, the keys of the search index. */
@NullMarked
package io.safehand.core.custody.keys;

import org.jspecify.annotations.NullMarked;
