/** The page of the inventory. */
@NullMarked
package io.safehand.server.custody.inventory.web;

import org.jspecify.annotations.NullMarked;
