/** The deals: type, terms, stages and the gates between them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.access", "base.api", "base.decisions", "base.evidence",
  "base.ledger", "base.standing", "base.storage", "base.tables", "custody.disclosure"})
package io.safehand.server.deal.deals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
