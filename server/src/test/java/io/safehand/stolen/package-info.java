/**
 * A thief who kept a copy of everything at every moment, with a program of his own: written after docs/formats alone,
 * so that nothing of ours can refuse in his stead.
 */
@NullMarked
package io.safehand.stolen;

import org.jspecify.annotations.NullMarked;
