/** The data map: where which category lies, who sees it for what, how long. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.access", "base.ledger", "base.tables", "custody.disclosure",
  "custody.imports", "custody.inventory", "custody.records", "deal.deals"})
package io.safehand.server.site.datamap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
