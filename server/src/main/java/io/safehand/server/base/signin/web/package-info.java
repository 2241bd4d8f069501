/** Pages: one's own account, and the people of a company. */
@NullMarked
package io.safehand.server.base.signin.web;

import org.jspecify.annotations.NullMarked;
