package io.safehand.server.base.ledger;

import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.LedgerLine;
import io.safehand.core.ledger.LineNonce;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.base.storage.Storage;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Begins lines and writes them with their acts. */
@Component
final class LineWriting {
  private final Storage storage;
  private final Lines lines;
  private final Sequencing sequencing;
  private final BusinessIds ids;
  private final Clock clock;
  private final SecureRandom random;
  private final Set<CompanyId> opened = ConcurrentHashMap.newKeySet();

  LineWriting(Storage storage, Lines lines, Sequencing sequencing, BusinessIds ids, Clock clock,
      SecureRandom random) {
    this.storage = storage;
    this.lines = lines;
    this.sequencing = sequencing;
    this.ids = ids;
    this.clock = clock;
    this.random = random;
  }

  LedgerLine begin(String who, Act act) {
    return LedgerLine.of(LineNonce.random(random), clock.instant(), who, act);
  }

  UUID write(CompanyId company, LedgerLine line) {
    return storage.in(company, () -> {
      if (!opened.contains(company)) {
        lines.openLog(company);
        storage.afterCommit(() -> opened.add(company));
      }
      UUID id = ids.next();
      lines.add(company, id, line.bytes());
      storage.afterCommit(() -> sequencing.soon(company));
      return id;
    });
  }
}
