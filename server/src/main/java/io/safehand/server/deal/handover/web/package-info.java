@NullMarked
package io.safehand.server.deal.handover.web;

import org.jspecify.annotations.NullMarked;
