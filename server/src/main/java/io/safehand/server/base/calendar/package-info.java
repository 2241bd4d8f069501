/** Working days and the deadlines that are counted in them. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.safehand.server.base.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
