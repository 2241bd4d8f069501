/**
 * The acts: Intake, Disclosing, HandingOver, Receiving, Rekeying, Shredding. Each loads, decides, acts, records.
 */
@NullMarked
package io.safehand.core.custody;

import org.jspecify.annotations.NullMarked;
