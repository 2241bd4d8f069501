package io.safehand.server.custody.imports;

import io.safehand.core.hash.Sha256;
import io.safehand.core.bulk.Tally;
import io.safehand.core.custody.upload.UploadKey;
import io.safehand.core.detect.rows.RowSource;
import io.safehand.core.detect.text.DamagedFile;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.NotAllowed;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.inventory.NoInventory;
import io.safehand.server.custody.records.ImportOrder;
import io.safehand.server.custody.records.ImportUnderWay;
import io.safehand.server.custody.records.Imports;
import io.safehand.server.custody.records.UndeclaredColumns;
import io.safehand.server.custody.imports.tables.TableRefused;
import io.safehand.server.custody.imports.tables.TableSource;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Does the work of one import, to its end or to what stops it. */
@Component
final class ImportWork {
  private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);

  private final JobRows rows;
  private final UploadFolder folder;
  private final Opening opening;
  private final Imports imports;
  private final TableOpening tables;
  private final Passwords passwords;
  private final MarkRows marks;
  private final Disposals disposals;
  private final Ledger ledger;
  private final Storage storage;
  private final ZoneId zone;

  ImportWork(JobRows rows, UploadFolder folder, Opening opening, TableOpening tables, Passwords passwords,
      MarkRows marks, Imports imports, Disposals disposals, Ledger ledger, Storage storage, ZoneId zone) {
    this.rows = rows;
    this.folder = folder;
    this.opening = opening;
    this.imports = imports;
    this.tables = tables;
    this.passwords = passwords;
    this.marks = marks;
    this.disposals = disposals;
    this.ledger = ledger;
    this.storage = storage;
    this.zone = zone;
  }

  /** What was begun: a rehearsal or an import. An interrupt leaves it as it is, to go on at the next start. */
  void run(ImportJob job, Account by) {
    CompanyId company = by.company();
    try (UploadKey key = folder.find(company, job.id()).orElseThrow(() -> DamagedFile.whole("file.forged"))) {
      work(job, by, key);
    } catch (CancellationException cancelled) {
      LOG.info("import {} cancelled", job.id());
    } catch (Exception failed) {
      if (isInterrupt(failed)) {
        LOG.info("import {} goes on at the next start", job.id());
        return;
      }
      rows.stopped(company, job.id(), reason(failed));
      LOG.info("import {} stopped: {}", job.id(), failed.getClass().getSimpleName());
    } finally {
      eraseIfOver(company, job.id());
    }
  }

  /** Whether the server is stopping. The thread may use the database once more. */
  private static boolean isInterrupt(Throwable failed) {
    boolean interrupted = Thread.interrupted();
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      interrupted |= cause instanceof InterruptedException || cause instanceof ClosedByInterruptException;
    }
    return interrupted;
  }

  private void work(ImportJob job, Account by, UploadKey key) throws Exception {
    CompanyId company = by.company();
    Reading reading = reading(company, job.id(), key);
    SourceSurvey survey = survey(company, job.id(), key);
    ImportOrder order = new ImportOrder(by, zone, fingerprint(company, job.id(), reading), reading.mapping(),
        job.kind() == SourceKind.TABLE ? 1 : 2);
    try (RowSource source = rows(job, order, key, reading, survey)) {
      Consumer<Tally> progress = tally -> {
        if (!rows.progress(company, job, source, tally)) {
          throw new CancellationException();
        }
      };
      if (job.state() == ImportState.REHEARSING) {
        rows.rehearsed(company, job.id(), imports.rehearse(order, source, progress));
      } else {
        end(company, job, by, imports.take(order, source, progress));
      }
    }
  }

  private RowSource rows(ImportJob job, ImportOrder order, UploadKey key, Reading reading,
      SourceSurvey survey) throws IOException {
    CompanyId company = order.company();
    if (job.kind() != SourceKind.TABLE) {
      return opening.rows(company, job, key, reading, survey);
    }
    TableSource source = reading.table().orElseThrow();
    return job.state() == ImportState.REHEARSING
        ? tables.fromTheBeginning(job.id(), source)
        : tables.goingOn(company, job.id(), key, source, imports.reached(order));
  }

  private void end(CompanyId company, ImportJob job, Account by, Imports.Report report) {
    storage.run(company, () -> {
      if (rows.done(company, job.id(), report)) {
        disposals.open(company, job.id(), report.imported());
        marks.clear(company, job.id());
        ledger.write(company, by.who(), Act.IMPORT_ENDED,
            Json.object()
                .with("import", job.id().toString())
                .with("imported", report.imported())
                .with("rejected", report.rejected().size()));
      }
    });
  }

  Reading reading(CompanyId company, ImportId id, UploadKey key) {
    return rows.sealed(company, id, "reading")
        .flatMap(sealed -> key.open("reading", sealed))
        .map(Reading::parse)
        .orElseThrow(() -> DamagedFile.whole("file.forged"));
  }

  SourceSurvey survey(CompanyId company, ImportId id, UploadKey key) {
    return rows.sealed(company, id, "survey")
        .flatMap(sealed -> key.open("survey", sealed))
        .map(SourceSurvey::parse)
        .orElseThrow(() -> DamagedFile.whole("file.forged"));
  }

  /** Key and file go when nothing more will be read of them. */
  void eraseIfOver(CompanyId company, ImportId id) {
    if (rows.find(company, id).filter(job -> !job.state().isOver()).isEmpty()) {
      folder.erase(company, id);
      passwords.forget(id);
    }
  }

  /** Whatever came of it, nothing is kept: neither key, file nor row. */
  void forget(CompanyId company, ImportId id) {
    passwords.forget(id);
    folder.erase(company, id);
    rows.remove(company, id);
  }

  /** The same source read in another way is another source. */
  private String fingerprint(CompanyId company, ImportId id, Reading reading) {
    MessageDigest sha256 = Sha256.digest();
    sha256.update(rows.sourceSha256(company, id).getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().formatHex(sha256.digest(reading.wayOfReading()));
  }

  /** A code that the pages have words for; behind a colon the row, where it is known. */
  private static String reason(Exception failed) {
    return switch (failed) {
      case TableRefused refused -> refused.code();
      case DamagedFile damaged ->
        damaged.reason() + (damaged.row().isPresent() ? ":" + damaged.row().getAsLong() : "");
      case NotAllowed no -> "import.not-allowed";
      case UndeclaredColumns columns -> "import.columns";
      case NoInventory none -> "import.no-inventory";
      case ImportUnderWay other -> "import.under-way";
      default -> "import.broken";
    };
  }
}
