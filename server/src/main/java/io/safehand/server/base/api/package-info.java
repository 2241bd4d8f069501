/** What all calls of programs share: JSON, reasons, refusals, pages, and keys that make a call count once. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.access", "base.keys", "base.storage"})
package io.safehand.server.base.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
