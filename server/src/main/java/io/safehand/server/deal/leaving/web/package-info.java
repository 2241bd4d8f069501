/** The pages of copies. */
@NullMarked
package io.safehand.server.deal.leaving.web;

import org.jspecify.annotations.NullMarked;
