/** The first days of a firm: an operator founds it, six questions, at most ten short tasks. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.access", "base.decisions", "base.ledger", "base.signin",
  "base.storage", "custody.imports", "custody.inventory", "custody.records", "deal.deals", "site.console"})
package io.safehand.server.site.guide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
