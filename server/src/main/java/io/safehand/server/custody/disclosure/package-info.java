/** What may be seen by whom, and at which stage of a deal; looking customers up in daily work. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.storage", "base.access", "base.api", "base.ledger",
  "base.signin", "base.standing", "base.tables", "custody.inventory", "custody.consent", "custody.records"})
package io.safehand.server.custody.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
