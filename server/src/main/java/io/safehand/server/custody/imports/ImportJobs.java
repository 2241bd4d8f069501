package io.safehand.server.custody.imports;

import io.safehand.core.custody.upload.UploadKey;
import io.safehand.core.detect.sheet.SheetChoice;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.inventory.Adopted;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.imports.tables.TableRefused;
import io.safehand.server.custody.imports.tables.TableSource;
import io.safehand.server.custody.records.Imports;
import io.safehand.server.custody.records.UndeclaredColumns;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Imports as people do them: a file comes in and is sealed at once; its columns are mapped to the inventory; a rehearsal
 * says what would become of every row; the import runs in the background, goes on by itself after a crash, can be
 * cancelled; at the end the file is erased and a task stays for its original. Only the company's officer may. May be used
 * by many threads.
 */
@Component
public final class ImportJobs {
  /** The largest file that is taken. */
  public static final long MOST_BYTES = 2L << 30;

  private final JobRows rows;
  private final UploadFolder folder;
  private final Opening opening;
  private final Arriving arriving;
  private final Passwords passwords;
  private final ImportWork work;
  private final ImportThreads threads;
  private final Imports imports;
  private final Disposals disposals;
  private final Inventories inventories;
  private final Access access;
  private final Ledger ledger;
  private final Storage storage;

  ImportJobs(JobRows rows, UploadFolder folder, Opening opening, Arriving arriving, Passwords passwords,
      ImportWork work, ImportThreads threads, Imports imports, Disposals disposals, Inventories inventories,
      Access access, Ledger ledger, Storage storage) {
    this.rows = rows;
    this.folder = folder;
    this.opening = opening;
    this.arriving = arriving;
    this.passwords = passwords;
    this.work = work;
    this.threads = threads;
    this.imports = imports;
    this.disposals = disposals;
    this.inventories = inventories;
    this.access = access;
    this.ledger = ledger;
    this.storage = storage;
  }

  /** What can be said of a source while it is here. */
  public record Source(Reading reading, SourceSurvey survey) {
    List<String> names() {
      return survey.columns().stream().map(SourceSurvey.Column::name).toList();
    }
  }

  /**
   * Takes a file in, sealed before anything of it reaches the disk, and surveys it.
   *
   * @param name as the person's browser gave it
   * @throws io.safehand.core.custody.upload.UploadTooLarge past {@link #MOST_BYTES}; nothing is kept
   */
  public UploadAnswer upload(Account by, String name, InputStream content) throws IOException {
    require(by);
    return arriving.upload(by, name, content);
  }

  /**
   * Looks at another database and keeps where it is, sealed; its password stays in memory until the import is over.
   *
   * @param password overwritten by the caller
   */
  public UploadAnswer table(Account by, TableSource source, char[] password) throws IOException {
    require(by);
    return arriving.table(by, source, password);
  }

  /** Gives the password of another database again, which nothing but memory held. */
  public void password(Account by, ImportId id, char[] password) {
    find(by, id).filter(job -> job.kind() == SourceKind.TABLE && !job.state().isOver())
        .ifPresent(job -> passwords.keep(id, password));
  }

  public Optional<ImportJob> find(Account by, ImportId id) {
    require(by);
    return rows.find(by.company(), id);
  }

  /** The newest first, before this one. */
  public List<ImportJob> before(Account by, Optional<ImportId> before, int limit) {
    require(by);
    return rows.before(by.company(), before, limit);
  }

  /** The import begun last of those that nobody cancelled; empty when there is none. */
  public Optional<ImportId> newest(CompanyId company) {
    return rows.newestNotCancelled(company);
  }

  /** Whether an import came to its end. */
  public boolean isAnyDone(CompanyId company) {
    return rows.isAnyDone(company);
  }

  /** What its columns are called and seem to hold; empty once the import is over. */
  public Optional<Source> source(Account by, ImportId id) {
    require(by);
    Optional<UploadKey> found = folder.find(by.company(), id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (UploadKey key = found.get()) {
      if (find(by, id).filter(job -> job.state() != ImportState.UPLOADING).isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(new Source(work.reading(by.company(), id, key), work.survey(by.company(), id, key)));
    }
  }

  /** A column of the inventory, and whether every row must have a value for it. */
  public record Target(String column, boolean required) {}

  /** Whether an inventory is in force: without one nothing may come in, and one can begin with the source's columns. */
  public boolean hasInventory(Account by) {
    require(by);
    return inventory(by.company()).isPresent();
  }

  /** What columns of a source may come in as; empty while no inventory is in force. */
  public List<Target> targets(Account by) {
    require(by);
    return inventory(by.company()).stream().flatMap(ImportJobs::targets).toList();
  }

  private static Stream<Target> targets(Inventory inventory) {
    return inventory.columns()
        .stream()
        .map(column -> new Target(column,
            inventory.fields()
                .stream()
                .anyMatch(field -> field.column().equals(column) && field.required())));
  }

  private Optional<Inventory> inventory(CompanyId company) {
    return inventories.adopted(company).map(Adopted::inventory);
  }

  /** What keeps the source from being imported; empty when nothing does. */
  public Optional<UndeclaredColumns> undecided(Account by, Source source) {
    try {
      imports.require(by, source.reading().mapping(), source.names());
      return Optional.empty();
    } catch (UndeclaredColumns open) {
      return Optional.of(open);
    }
  }

  /** Reads another sheet, or with other rows as names; false when the import has begun. */
  public boolean choose(Account by, ImportId id, SheetChoice sheet) throws IOException {
    require(by);
    CompanyId company = by.company();
    Optional<ImportJob> job = ready(company, id);
    if (job.isEmpty() || job.get().kind() != SourceKind.XLSX) {
      return false;
    }
    try (UploadKey key = folder.draw(company, id)) {
      Opening.Found found = opening.survey(SourceKind.XLSX,
          folder.source(company, id, key, job.get().bytes()), Optional.of(sheet));
      return arriving.say(company, id, key, work.reading(company, id, key).name(), found);
    }
  }

  /** Says which column is which; false when the import has begun. */
  public boolean choose(Account by, ImportId id, Map<String, String> columns) {
    require(by);
    CompanyId company = by.company();
    if (ready(company, id).isEmpty()) {
      return false;
    }
    try (UploadKey key = folder.draw(company, id)) {
      Reading reading = work.reading(company, id, key).with(columns);
      byte[] survey = rows.sealed(company, id, "survey").orElseThrow();
      return rows.say(company, id, survey, key.seal("reading", reading.bytes()));
    }
  }

  /**
   * Begins to check every row; nobody is taken in. False when it is not the time for it.
   *
   * @throws io.safehand.server.custody.records.UndeclaredColumns when a column still lacks its answer
   */
  public boolean rehearse(Account by, ImportId id) {
    return begin(by, id, ImportState.REHEARSING);
  }

  /**
   * Begins to take the rows in, or goes on after the batches that are in. False when it is not the time for it.
   *
   * @throws io.safehand.server.custody.records.UndeclaredColumns when a column still lacks its answer
   */
  public boolean start(Account by, ImportId id) {
    return begin(by, id, ImportState.RUNNING);
  }

  private boolean begin(Account by, ImportId id, ImportState to) {
    Optional<Source> source = source(by, id);
    if (source.isEmpty()) {
      return false;
    }
    imports.require(by, source.get().reading().mapping(), source.get().names());
    if (source.get().reading().table().isPresent() && passwords.of(id).isEmpty()) {
      throw new TableRefused("source.password");
    }
    CompanyId company = by.company();
    boolean begun = storage.in(company, () -> {
      boolean can = rows.begin(by, id, to);
      if (can && to == ImportState.RUNNING) {
        ledger.write(company, by.who(), Act.IMPORT_BEGUN,
            Json.object().with("import", id.toString()).with("source", rows.sourceSha256(company, id)));
      }
      return can;
    });
    if (begun) {
      threads.begin(rows.find(company, id).orElseThrow(), by);
    }
    return begun;
  }

  /** Ends an import before its end and erases its source; who is in stays in. False when it is over. */
  public boolean cancel(Account by, ImportId id) {
    require(by);
    CompanyId company = by.company();
    boolean cancelled = storage.in(company, () -> {
      boolean can = rows.cancel(company, id);
      rows.find(company, id).filter(job -> can).ifPresent(job -> {
        ledger.write(company, by.who(), Act.IMPORT_CANCELLED, Json.object().with("import", id.toString()));
        if (job.imported() > 0 && !job.rehearsed()) {
          disposals.open(company, id, job.imported());
        }
      });
      return can;
    });
    if (cancelled && !threads.worksOn(id)) {
      work.eraseIfOver(company, id);
    }
    return cancelled;
  }

  /** The rows that were turned away, behind this one, each with its reason and no value. */
  public List<Imports.Rejection> rejected(Account by, ImportId id, long afterRow, int limit) {
    require(by);
    return rows.intake(by.company(), id)
        .map(intake -> imports.rejected(by.company(), intake, afterRow, limit))
        .orElse(List.of());
  }

  private Optional<ImportJob> ready(CompanyId company, ImportId id) {
    return rows.find(company, id).filter(job -> job.state() == ImportState.READY);
  }

  private void require(Account by) {
    access.require(by.company(), by, Role.SELLER_OFFICER, Role.BUYER_OFFICER);
  }
}
