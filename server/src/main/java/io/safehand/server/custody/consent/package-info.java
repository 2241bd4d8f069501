/** What customers said about the purposes of processing. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.access", "base.ledger", "base.standing", "base.storage"})
package io.safehand.server.custody.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
