/**
 * The door through which every XLSX file comes in: rows in bounded memory, each cell as a person sees it.
 */
@NullMarked
package io.safehand.core.detect.sheet;

import org.jspecify.annotations.NullMarked;
