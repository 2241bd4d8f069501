/** A tiny application with one arrow that must be refused: a base module that knows a page. */
@NullMarked
package io.safehand.planted;

import org.jspecify.annotations.NullMarked;
