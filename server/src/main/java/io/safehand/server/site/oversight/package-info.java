/** What whoever oversees a company looks at: its ledger, evidence for outsiders, keys and security. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.access", "base.api", "base.keys", "base.ledger",
  "base.signin", "base.standing", "base.tables", "deal.deals", "deal.handover"})
package io.safehand.server.site.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
