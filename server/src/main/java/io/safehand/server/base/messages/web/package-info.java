/** The settings page of mail. */
@NullMarked
package io.safehand.server.base.messages.web;

import org.jspecify.annotations.NullMarked;
