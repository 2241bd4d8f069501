/** A new way in for somebody who lost theirs, decided by two others. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.storage", "base.ledger", "base.access", "base.signin",
  "base.decisions", "base.messages"})
package io.safehand.server.base.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
