/** How people prove who they are: names, passwords and the sessions that follow. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.storage", "base.ledger", "base.access"})
package io.safehand.server.base.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
