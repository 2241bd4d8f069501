/**
 * Rows through an act, in batches, with back-pressure and progress.
 */
@NullMarked
package io.safehand.core.bulk;

import org.jspecify.annotations.NullMarked;
