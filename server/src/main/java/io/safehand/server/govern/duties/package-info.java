/** What somebody must do again and again, planned, watched, proved; and what happens when it is not done. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.access", "base.calendar", "base.ledger", "base.runs",
  "base.standing", "base.storage", "base.keys", "govern.deadlines"})
package io.safehand.server.govern.duties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
