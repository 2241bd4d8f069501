/** Matters of customers and of the house, each by the lifecycle of its kind, with everything that was said in it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.access", "base.calendar", "base.ledger", "base.storage",
  "custody.papers", "custody.records", "govern.deadlines"})
package io.safehand.server.govern.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
