@NullMarked
package io.safehand.bench;

import org.jspecify.annotations.NullMarked;
