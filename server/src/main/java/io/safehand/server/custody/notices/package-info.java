/** Notices to customers about a transfer: what they must say, who was told, what people answered. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.access", "base.evidence", "base.ledger", "base.standing",
  "base.storage", "custody.consent", "custody.inventory", "custody.records"})
package io.safehand.server.custody.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
