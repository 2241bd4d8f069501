@NullMarked
package io.safehand.server.base.decisions.web;

import org.jspecify.annotations.NullMarked;
