/**
 * Who and what the data is about: ids, field names, categories, and text that cannot be printed.
 */
@NullMarked
package io.safehand.core.person;

import org.jspecify.annotations.NullMarked;
