/** Source files on their way in: on disk only sealed, under a key of their own that is erased with them. */
@NullMarked
package io.safehand.core.custody.upload;

import org.jspecify.annotations.NullMarked;
