package io.safehand.server.deal.leaving;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.runs.Round;
import io.safehand.server.base.storage.Storage;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Erases what nobody took in time: each minute, and before anybody is told how a copy stands. */
@Component
final class Expiring implements Round {
  private static final Set<Copy.State> WAITING = Set.of(Copy.State.WRITING, Copy.State.READY);

  private final Storage storage;
  private final CopyRows rows;
  private final CopyFolder folder;
  private final Ledger ledger;
  private final Clock clock;

  Expiring(Storage storage, CopyRows rows, CopyFolder folder, Ledger ledger, Clock clock) {
    this.storage = storage;
    this.rows = rows;
    this.folder = folder;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void go(CompanyId company) {
    for (Copy copy : storage.in(company, () -> rows.expired(company, clock.instant()))) {
      storage.run(company, () -> {
        if (rows.expired(company, copy.id())) {
          ledger.write(company, copy.holder().toString(), Act.COPY_EXPIRED,
              Json.object().with("copy", copy.id().toString()));
        }
      });
    }
    folder.all(company).stream().filter(id -> isOver(company, id)).forEach(id -> folder.erase(company, id));
  }

  /** Also what was being taken when the server stopped. */
  private boolean isOver(CompanyId company, CopyId id) {
    return storage.in(company, () -> rows.find(company, id))
        .filter(copy -> WAITING.contains(copy.state()))
        .isEmpty();
  }
}
