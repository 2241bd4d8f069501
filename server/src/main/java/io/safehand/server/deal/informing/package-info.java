/** The notices of a deal for those who lead it: drafting, releasing, sending, watching, settling. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.access", "base.api", "base.runs", "base.tables",
  "custody.disclosure", "custody.inventory", "custody.notices", "deal.deals"})
package io.safehand.server.deal.informing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
