/**
 * The package that moves keys instead of re-encrypting data, its receipt, and the destruction certificate.
 */
@NullMarked
package io.safehand.core.handover;

import org.jspecify.annotations.NullMarked;
