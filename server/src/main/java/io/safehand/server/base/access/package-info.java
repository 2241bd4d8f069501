/** Companies, everybody they deal with at work, the accounts of their people, and roles that two people give. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.storage", "base.ledger", "base.keys"})
package io.safehand.server.base.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
