/** What the tests of every core package share. */
@NullMarked
package io.safehand.core;

import org.jspecify.annotations.NullMarked;
