/** Rows become sealed records: checked, sealed, tagged. */
@NullMarked
package io.safehand.core.custody.intake;

import org.jspecify.annotations.NullMarked;
