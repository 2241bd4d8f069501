@NullMarked
package io.safehand.server.custody.inventory;

import org.jspecify.annotations.NullMarked;
