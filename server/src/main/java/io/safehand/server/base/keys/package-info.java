/** Unsealing, roots, signing keys, the pages of the key trees, sealed texts. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.storage", "base.ledger"})
package io.safehand.server.base.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
