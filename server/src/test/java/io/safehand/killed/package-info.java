/** A server that is killed while it works. */
@NullMarked
package io.safehand.killed;

import org.jspecify.annotations.NullMarked;
