/** Mail to a company's own people: how it is sent, and sending it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.storage", "base.ledger", "base.keys", "base.access"})
package io.safehand.server.base.messages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
