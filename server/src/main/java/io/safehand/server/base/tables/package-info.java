/** Tables of pages: filtered, sorted, and given out as CSV and XLSX files that no spreadsheet runs anything of. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.safehand.server.base.tables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
