/** The page behind the personal link of a notice. */
@NullMarked
package io.safehand.server.custody.notices.web;

import org.jspecify.annotations.NullMarked;
