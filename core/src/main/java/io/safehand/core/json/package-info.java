/**
 * Strict JSON reading and canonical (RFC 8785) writing, for the formats of this product.
 */
@NullMarked
package io.safehand.core.json;

import org.jspecify.annotations.NullMarked;
