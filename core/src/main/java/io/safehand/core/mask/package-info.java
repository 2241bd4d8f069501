/**
 * One mask per category of personal information.
 */
@NullMarked
package io.safehand.core.mask;

import org.jspecify.annotations.NullMarked;
