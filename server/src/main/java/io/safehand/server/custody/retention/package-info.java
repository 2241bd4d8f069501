/** The end of holding: destruction of keys, and what law orders kept (封存). */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.storage", "base.access", "base.standing", "custody.inventory",
  "custody.records"})
package io.safehand.server.custody.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
