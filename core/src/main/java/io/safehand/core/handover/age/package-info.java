/**
 * The age v1 file format with the one recipient kind Safehand uses: the hybrid of ML-KEM-768 and X25519.
 */
@NullMarked
package io.safehand.core.handover.age;

import org.jspecify.annotations.NullMarked;
