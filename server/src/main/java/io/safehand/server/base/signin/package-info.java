/** How people prove who they are: names, passwords, second factors, keys of programs, and the sessions that follow. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.storage", "base.ledger", "base.keys", "base.access",
  "base.messages"})
package io.safehand.server.base.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
