/** Long work that goes on behind a page: begun, watched, cancelled, and taken up again after a crash. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.storage", "base.access", "base.keys", "base.ledger"})
package io.safehand.server.base.runs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
