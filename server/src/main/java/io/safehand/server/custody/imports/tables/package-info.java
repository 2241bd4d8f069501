/** Sellers' databases as sources: read only, by ranges of a key. */
@NullMarked
package io.safehand.server.custody.imports.tables;

import org.jspecify.annotations.NullMarked;
