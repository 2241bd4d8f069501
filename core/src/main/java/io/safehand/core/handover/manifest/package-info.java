/**
 * What a package says about itself, and what is signed.
 */
@NullMarked
package io.safehand.core.handover.manifest;

import org.jspecify.annotations.NullMarked;
