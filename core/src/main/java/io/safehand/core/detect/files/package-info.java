/**
 * The scan over files and folders: windows, lines and columns, cells under the name of their column.
 */
@NullMarked
package io.safehand.core.detect.files;

import org.jspecify.annotations.NullMarked;
