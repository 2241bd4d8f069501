/** Notices to customers about a transfer: what they must say, sending them, who was told, what people answered. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.access", "base.evidence", "base.keys", "base.ledger",
  "base.messages", "base.runs", "base.standing", "base.storage", "custody.consent", "custody.disclosure",
  "custody.inventory", "custody.records"})
package io.safehand.server.custody.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
