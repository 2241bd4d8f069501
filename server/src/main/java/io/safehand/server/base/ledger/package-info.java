/** The companies' logs: lines written with their acts, numbered afterwards, signed, kept in two places. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.storage"})
package io.safehand.server.base.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
