/**
 * One pass over bytes: numbers by shape and words before them, e-mail, plates, labels, addresses, names.
 */
@NullMarked
package io.safehand.core.detect.scan;

import org.jspecify.annotations.NullMarked;
