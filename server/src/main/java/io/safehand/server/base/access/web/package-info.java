/** The page of units, outside organisations and boards. */
@NullMarked
package io.safehand.server.base.access.web;

import org.jspecify.annotations.NullMarked;
