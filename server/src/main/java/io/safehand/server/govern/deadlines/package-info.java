/** Deadlines that run, pause, warn, pass and escalate, each step once, with nobody signed in. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.calendar", "base.ledger", "base.runs", "base.storage"})
package io.safehand.server.govern.deadlines;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
