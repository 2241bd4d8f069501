package io.safehand.server.base.ledger;

import io.safehand.core.ledger.LedgerLog;
import io.safehand.core.ledger.LogPlace;
import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.person.CompanyId;
import io.safehand.server.start.Settings;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The open logs of this process. */
@Component
final class Logs {
  private static final String FOLDER = "ledger";

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
    String folder = FOLDER + "/" + company;
    return new LogPlace(signer.origin(company), settings.dataFolder().resolve(folder),
        settings.secondPlace().resolve(folder));
  }

  /** Companies whose log lies in either place, whatever the database says. */
  Set<CompanyId> known() {
    Set<CompanyId> found = new TreeSet<>();
    for (Path place : List.of(settings.dataFolder(), settings.secondPlace())) {
      Path logs = place.resolve(FOLDER);
      if (Files.isDirectory(logs)) {
        try (Stream<Path> folders = Files.list(logs)) {
          folders.forEach(folder -> found.add(CompanyId.parse(folder.getFileName().toString())));
        } catch (IOException e) {
          throw new UncheckedIOException("the logs in " + place + " cannot be listed", e);
        }
      }
    }
    return found;
  }

  Optional<SignedNote> latest(CompanyId company) {
    return freshness.newest(signer.origin(company));
  }

  /** Signs the state of a log and keeps it beside the roots. */
  SignedNote sign(CompanyId company, Checkpoint checkpoint) {
    SignedNote note = signer.sign(checkpoint);
    freshness.keep(signer.origin(company), checkpoint.size(), note);
    return note;
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
