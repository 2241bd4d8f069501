/** What a house says in writing: versions that are approved as they stand, and what of them the outside may read. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.access", "base.decisions", "base.keys", "base.ledger",
  "base.storage"})
package io.safehand.server.govern.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
