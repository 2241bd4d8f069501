/** What custody stores: records, key trees, received packages, and the ports to where they lie. */
@NullMarked
package io.safehand.core.custody.stored;

import org.jspecify.annotations.NullMarked;
