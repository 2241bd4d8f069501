/** The sale of a company: deals, hand-over, and later listings and the data room. */
@NullMarked
package io.safehand.server.deal;

import org.jspecify.annotations.NullMarked;
