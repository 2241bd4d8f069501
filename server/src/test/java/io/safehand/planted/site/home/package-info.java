@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.safehand.planted.site.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
