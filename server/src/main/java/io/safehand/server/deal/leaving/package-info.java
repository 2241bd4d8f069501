/** Customers leave in clear form: asked for by one, decided by another, written sealed, taken once, kept in a register. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.storage", "base.access", "base.ledger", "base.signin",
  "base.standing", "base.decisions", "base.runs", "base.tables", "base.keys", "custody.inventory",
  "custody.records", "custody.disclosure", "deal.deals"})
package io.safehand.server.deal.leaving;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
