@NullMarked
package io.safehand.cli;

import org.jspecify.annotations.NullMarked;
