/** The staff console: who may call what, sign-in, layout and navigation, the home page, errors. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.access", "base.api", "base.decisions", "base.recovery",
  "base.signin", "base.keys", "deal.deals"})
package io.safehand.server.site.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
