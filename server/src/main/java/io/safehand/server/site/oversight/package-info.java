/** What whoever oversees a company looks at: its ledger, evidence for outsiders, keys and security. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.access", "base.keys", "base.ledger", "base.tables",
  "deal.deals"})
package io.safehand.server.site.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
