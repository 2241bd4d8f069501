/** Tells other systems what happened: lines of the ledger, by ids, signed, until they are taken. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.access", "base.api", "base.keys", "base.ledger",
  "base.storage", "base.tables", "deal.deals"})
package io.safehand.server.site.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
