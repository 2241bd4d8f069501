/** What the command line asks of a running server: how it is, unseal, stop; on this machine and with its token alone. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.keys", "base.signin"})
package io.safehand.server.site.control;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
