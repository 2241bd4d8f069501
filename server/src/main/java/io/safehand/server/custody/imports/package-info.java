/** Imports as jobs: a source comes in sealed, is surveyed, mapped and rehearsed, runs, goes on, and is disposed of. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.storage", "base.access", "base.api", "base.ledger",
  "base.keys", "base.tables", "custody.inventory", "custody.records"})
package io.safehand.server.custody.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
