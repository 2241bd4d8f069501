/** What customers said about the purposes of processing. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.access", "base.keys", "base.ledger", "base.standing",
  "base.storage", "custody.inventory"})
package io.safehand.server.custody.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
