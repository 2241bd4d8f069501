/** SHA-256, for whoever names something by its content. Every package may use it. */
@NullMarked
package io.safehand.core.hash;

import org.jspecify.annotations.NullMarked;
