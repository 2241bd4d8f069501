/** Four eyes: matters bound to exact content, approved by people other than their author. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.storage", "base.ledger", "base.access"})
package io.safehand.server.base.decisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
