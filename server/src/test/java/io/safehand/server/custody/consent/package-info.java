@NullMarked
package io.safehand.server.custody.consent;

import org.jspecify.annotations.NullMarked;
