/** What customers say by any channel, in one thread a matter, and when they must have an answer. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.access", "base.calendar", "base.ledger", "base.storage",
  "govern.cases", "govern.deadlines"})
package io.safehand.server.govern.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
