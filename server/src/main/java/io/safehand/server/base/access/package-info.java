/** Companies, the accounts of people who work for them, and roles that two people give. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.storage", "base.ledger"})
package io.safehand.server.base.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
