package io.safehand.server.custody.notices;

import io.safehand.core.person.CompanyId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** When the data of a deal left; a module above knows. */
@FunctionalInterface
public interface Departures {
  /** Empty as long as everything is still here, so that an answer counts. */
  Optional<Instant> left(CompanyId company, UUID deal);
}
