/** The demonstration: an invented company, its customers, and a whole transfer. */
@NullMarked
package io.safehand.server.site.demo;

import org.jspecify.annotations.NullMarked;
