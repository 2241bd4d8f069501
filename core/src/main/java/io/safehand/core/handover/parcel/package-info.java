/**
 * The package folder: writer, strict reader, and the checks that need no key.
 */
@NullMarked
package io.safehand.core.handover.parcel;

import org.jspecify.annotations.NullMarked;
