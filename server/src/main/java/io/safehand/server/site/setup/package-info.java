/** Before anybody can sign in: the first start of a server, and unsealing it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.keys", "base.access", "base.signin"})
package io.safehand.server.site.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
