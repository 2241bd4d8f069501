package io.safehand.server.site.guide;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.AccountId;
import java.time.Instant;

/** A firm that an operator founded, and its two first people. */
record Founded(CompanyId company, String name, AccountId administrator, AccountId second, Instant at) {}
