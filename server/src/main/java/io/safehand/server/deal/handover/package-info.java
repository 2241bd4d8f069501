/** Hand-over of customers by keys: packing and release at the seller, receiving and re-keying at the buyer. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.storage", "base.access", "base.ledger", "base.keys",
  "base.standing", "base.evidence", "base.decisions", "base.runs", "custody.inventory", "custody.consent",
  "custody.records", "custody.disclosure", "custody.notices", "custody.retention", "deal.deals"})
package io.safehand.server.deal.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
