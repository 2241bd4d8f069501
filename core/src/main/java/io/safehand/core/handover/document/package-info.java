/**
 * Signed papers: receipt and destruction certificate.
 */
@NullMarked
package io.safehand.core.handover.document;

import org.jspecify.annotations.NullMarked;
