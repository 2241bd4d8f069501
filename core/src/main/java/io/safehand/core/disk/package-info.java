/** When something counts as written. */
@NullMarked
package io.safehand.core.disk;

import org.jspecify.annotations.NullMarked;
