/** Holds: anybody places one, custody and deals ask before every act. This is how governance reaches the data. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.storage", "base.ledger", "base.access"})
package io.safehand.server.base.standing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
