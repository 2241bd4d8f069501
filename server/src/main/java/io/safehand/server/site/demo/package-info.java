/** The demonstration: an invented company, its customers, and a whole transfer through the modules' doors. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.storage", "base.access", "base.signin", "base.keys",
  "base.ledger", "base.decisions", "base.messages", "base.runs", "custody.inventory", "custody.consent",
  "custody.records", "custody.disclosure", "custody.notices", "custody.retention", "deal.deals",
  "deal.handover"})
package io.safehand.server.site.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
