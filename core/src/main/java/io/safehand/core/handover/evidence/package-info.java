/**
 * The evidence folder: everything a third party needs to judge a deal, without personal data.
 */
@NullMarked
package io.safehand.core.handover.evidence;

import org.jspecify.annotations.NullMarked;
