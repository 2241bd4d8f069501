/** The page of lost ways in. */
@NullMarked
package io.safehand.server.base.recovery.web;

import org.jspecify.annotations.NullMarked;
