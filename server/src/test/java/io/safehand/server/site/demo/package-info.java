@NullMarked
package io.safehand.server.site.demo;

import org.jspecify.annotations.NullMarked;
