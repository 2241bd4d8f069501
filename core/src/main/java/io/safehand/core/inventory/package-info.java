/**
 * The inventory of personal information 个人信息清单: which field is held, why, on which basis, for how long.
 */
@NullMarked
package io.safehand.core.inventory;

import org.jspecify.annotations.NullMarked;
