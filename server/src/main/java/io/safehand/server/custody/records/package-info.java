/** Sealed records and their keys: the company's vault on PostgreSQL, and bringing customers in. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.storage", "base.access", "base.ledger", "base.keys",
  "base.standing", "base.evidence", "custody.inventory", "custody.consent"})
package io.safehand.server.custody.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
