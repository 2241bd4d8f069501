/** Before the floors: settings, the data folder, the database, the clock, and what is said when the server cannot start. */
@NullMarked
package io.safehand.server.start;

import org.jspecify.annotations.NullMarked;
