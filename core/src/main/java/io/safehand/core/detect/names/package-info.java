/**
 * Names of people in running text: words that make them likely, and the weighing of those words.
 */
@NullMarked
package io.safehand.core.detect.names;

import org.jspecify.annotations.NullMarked;
