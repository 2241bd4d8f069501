@NullMarked
package io.safehand.server.deal.deals;

import org.jspecify.annotations.NullMarked;
