/** Pages about what people are asked to consent to. */
@NullMarked
package io.safehand.server.custody.consent.web;

import org.jspecify.annotations.NullMarked;
