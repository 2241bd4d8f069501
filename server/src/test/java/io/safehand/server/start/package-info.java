@NullMarked
package io.safehand.server.start;

import org.jspecify.annotations.NullMarked;
