/** Pages about customers. */
@NullMarked
package io.safehand.server.custody.disclosure.web;

import org.jspecify.annotations.NullMarked;
