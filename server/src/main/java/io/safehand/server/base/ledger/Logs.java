package io.safehand.server.base.ledger;

import io.safehand.core.ledger.LedgerLog;
import io.safehand.core.ledger.LogPlace;
import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.person.CompanyId;
import io.safehand.server.start.Settings;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The open logs of this process. */
@Component
final class Logs {
  private final Settings settings;
  private final Signer signer;
  private final Freshness freshness;
  private final Map<CompanyId, LedgerLog> open = new ConcurrentHashMap<>();

  Logs(Settings settings, Signer signer, Freshness freshness) {
    this.settings = settings;
    this.signer = signer;
    this.freshness = freshness;
  }

  LedgerLog of(CompanyId company) {
    return open.computeIfAbsent(company, this::open);
  }

  LogPlace place(CompanyId company) {
    String folder = "ledger/" + company;
    return new LogPlace(signer.origin(company), settings.dataFolder().resolve(folder),
        settings.secondPlace().resolve(folder));
  }

  /** Companies whose checkpoint is kept beside the roots. */
  Set<CompanyId> known() {
    return freshness.newest().keySet();
  }

  Optional<SignedNote> latest(CompanyId company) {
    return Optional.ofNullable(freshness.newest().get(company));
  }

  /** A log that failed accepts nothing more until it is opened anew. */
  void reopenNextTime(CompanyId company) {
    LedgerLog failed = open.remove(company);
    if (failed != null) {
      failed.close();
    }
  }

  @PreDestroy
  void closeAll() {
    open.keySet().forEach(this::reopenNextTime);
  }

  private LedgerLog open(CompanyId company) {
    List<Checkpoint> seen = latest(company).flatMap(SignedNote::unverifiedCheckpoint).stream().toList();
    return LedgerLog.open(place(company), seen);
  }
}
