/** Pages and API of imports. */
@NullMarked
package io.safehand.server.custody.imports.web;

import org.jspecify.annotations.NullMarked;
