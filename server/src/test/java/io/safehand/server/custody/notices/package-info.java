@NullMarked
package io.safehand.server.custody.notices;

import org.jspecify.annotations.NullMarked;
