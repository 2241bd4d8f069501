/** The receipt of one consent event, after ISO/IEC TS 27560 in the words of the W3C Data Privacy Vocabulary. */
@NullMarked
package io.safehand.core.handover.consent;

import org.jspecify.annotations.NullMarked;
