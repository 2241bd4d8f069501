/** Pages and calls of the places that events are sent to. */
@NullMarked
package io.safehand.server.site.webhooks.web;

import org.jspecify.annotations.NullMarked;
