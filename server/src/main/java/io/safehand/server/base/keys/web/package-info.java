/** What a sealed server answers. */
@NullMarked
package io.safehand.server.base.keys.web;

import org.jspecify.annotations.NullMarked;
