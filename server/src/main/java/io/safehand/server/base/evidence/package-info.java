/** Proofs that gates and checks ask for; each is offered by the module that has it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.standing"})
package io.safehand.server.base.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
