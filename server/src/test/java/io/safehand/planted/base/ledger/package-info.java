@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.safehand.planted.base.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
