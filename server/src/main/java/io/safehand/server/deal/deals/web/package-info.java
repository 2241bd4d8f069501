@NullMarked
package io.safehand.server.deal.deals.web;

import org.jspecify.annotations.NullMarked;
