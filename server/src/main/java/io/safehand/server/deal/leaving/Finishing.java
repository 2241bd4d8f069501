package io.safehand.server.deal.leaving;

import io.safehand.core.inventory.Purpose;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.Storage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Enters a written copy in the register, with its line, unless nothing may leave any more. */
@Component
final class Finishing {
  static final Duration WAITS = Duration.ofHours(24);

  private final Storage storage;
  private final CopyRows rows;
  private final Permission permission;
  private final Ledger ledger;
  private final Clock clock;

  Finishing(Storage storage, CopyRows rows, Permission permission, Ledger ledger, Clock clock) {
    this.storage = storage;
    this.rows = rows;
    this.permission = permission;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** @throws CopyRefused when a hold, a deal or another inventory came between */
  void ready(Copy copy, Account by, long people) {
    Instant now = clock.instant();
    storage.run(by.company(), () -> {
      permission.require(by.company(), by.id());
      permission.requireAsDecided(by.company(), copy);
      if (!rows.ready(by.company(), copy.id(), people, now, now.plus(WAITS))) {
        throw new CopyRefused("leaving.gone");
      }
      ledger.write(by.company(),
          ledger.line(by.who(), Act.COPY_MADE)
              .inCase(copy.wanted().matter())
              .byDecision(copy.matter().toString())
              .with(Json.object()
                  .with("copy", copy.id().toString())
                  .with("people", people)
                  .with("purposes", Json.array(
                      copy.wanted().purposes().stream().map(Purpose::code).sorted().map(Json::text).toList()))
                  .with("why", copy.wanted().why().name())
                  .with("place", copy.wanted().place().name())
                  .with("until", copy.wanted().until().toString())));
    });
  }
}
