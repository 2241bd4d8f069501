/** Transactions that name their company, bulk copy, fresh ids. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.safehand.server.base.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
