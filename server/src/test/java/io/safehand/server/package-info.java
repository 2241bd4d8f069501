@NullMarked
package io.safehand.server;

import org.jspecify.annotations.NullMarked;
