package io.safehand.server.base.access;

import io.safehand.core.person.CompanyId;

/** An account ended, in the transaction in which this is heard: whatever it could be used with ends too. */
public record AccountEnded(CompanyId company, AccountId account, AccountId by) {}
