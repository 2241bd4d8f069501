/** The inventories of personal information that companies have adopted. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.access", "base.api", "base.decisions", "base.evidence",
  "base.ledger", "base.standing", "base.storage"})
package io.safehand.server.custody.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
