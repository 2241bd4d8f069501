package io.safehand.server.custody.imports;

import io.safehand.core.custody.upload.SealedUpload;
import io.safehand.core.custody.upload.UploadKey;
import io.safehand.core.detect.sheet.SheetChoice;
import io.safehand.core.detect.text.DamagedFile;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.inventory.Adopted;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.records.Imports;
import io.safehand.server.custody.imports.tables.TableRefused;
import io.safehand.server.custody.imports.tables.TableRows;
import io.safehand.server.custody.imports.tables.TableSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import io.safehand.server.custody.records.UndeclaredColumns;
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
  private static final int LONGEST_NAME = 200;
  private static final int LOOKED_AT = 2_000;

  private final JobRows rows;
  private final UploadFolder folder;
  private final Opening opening;
  private final TableOpening tables;
  private final Passwords passwords;
  private final ImportWork work;
  private final ImportThreads threads;
  private final Imports imports;
  private final Disposals disposals;
  private final Inventories inventories;
  private final Access access;
  private final Ledger ledger;
  private final Storage storage;
  private final BusinessIds ids;

  ImportJobs(JobRows rows, UploadFolder folder, Opening opening, TableOpening tables, Passwords passwords,
      ImportWork work, ImportThreads threads, Imports imports, Disposals disposals, Inventories inventories,
      Access access, Ledger ledger, Storage storage, BusinessIds ids) {
    this.rows = rows;
    this.folder = folder;
    this.opening = opening;
    this.tables = tables;
    this.passwords = passwords;
    this.work = work;
    this.threads = threads;
    this.imports = imports;
    this.disposals = disposals;
    this.inventories = inventories;
    this.access = access;
    this.ledger = ledger;
    this.storage = storage;
    this.ids = ids;
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
    ImportId id = new ImportId(ids.next());
    rows.add(by, id, SourceKind.CSV);
    boolean kept = false;
    try (UploadKey key = folder.draw(by.company(), id)) {
      UploadAnswer answer = take(by, id, key, shortened(name), content);
      kept = answer instanceof UploadAnswer.Taken;
      return answer;
    } catch (DamagedFile damaged) {
      return new UploadAnswer.Unreadable(damaged);
    } finally {
      if (!kept) {
        work.forget(by.company(), id);
      }
    }
  }

  private UploadAnswer take(Account by, ImportId id, UploadKey key, String name, InputStream content)
      throws IOException {
    CompanyId company = by.company();
    SealedUpload.Written written = folder.write(company, id, key, content, MOST_BYTES);
    SealedUpload file = folder.source(company, id, key, written.bytes());
    SourceKind kind = opening.kind(file);
    Opening.Found found = opening.survey(kind, file, Optional.empty());
    return storage.in(company, () -> {
      storage.lock(company, "imports");
      Optional<UploadAnswer> earlier = earlier(company, id, written.sha256());
      if (earlier.isEmpty()) {
        rows.arrived(company, id, kind, written);
        say(company, id, key, name, found);
      }
      return earlier.orElse(new UploadAnswer.Taken(id));
    });
  }

  /**
   * Looks at another database and keeps where it is, sealed; its password stays in memory until the import is over.
   *
   * @param password overwritten by the caller
   */
  public UploadAnswer table(Account by, TableSource source, char[] password) throws IOException {
    require(by);
    ImportId id = new ImportId(ids.next());
    rows.add(by, id, SourceKind.TABLE);
    passwords.keep(id, password);
    boolean kept = false;
    try (UploadKey key = folder.draw(by.company(), id)) {
      UploadAnswer answer = look(by, id, key, source);
      kept = answer instanceof UploadAnswer.Taken;
      return answer;
    } catch (TableRefused refused) {
      return new UploadAnswer.Refused(refused.code());
    } finally {
      if (!kept) {
        work.forget(by.company(), id);
      }
    }
  }

  private UploadAnswer look(Account by, ImportId id, UploadKey key, TableSource source) throws IOException {
    CompanyId company = by.company();
    SourceSurvey survey;
    try (TableRows all = tables.fromTheBeginning(id, source)) {
      SourceSurvey first = opening.surveyed(List.of(), new FirstRows(all, LOOKED_AT), 0, 0);
      survey = new SourceSurvey(List.of(), first.columns(), all.size(), 0, 0);
    }
    Map<String, String> proposed = MappingProposal.of(inventory(company), survey.columns());
    Reading reading = new Reading("", Optional.empty(), Optional.of(source), proposed);
    rows.found(company, id, Inventories.sha256(source.json().toString()));
    rows.say(company, id, key.seal("survey", survey.bytes()), key.seal("reading", reading.bytes()));
    return new UploadAnswer.Taken(id);
  }

  /** Gives the password of another database again, which nothing but memory held. */
  public void password(Account by, ImportId id, char[] password) {
    find(by, id).filter(job -> job.kind() == SourceKind.TABLE && !job.state().isOver())
        .ifPresent(job -> passwords.keep(id, password));
  }

  private Optional<UploadAnswer> earlier(CompanyId company, ImportId id, String sha256) {
    for (ImportJob other : rows.sameSource(company, sha256, id)) {
      if (!other.state().isOver()) {
        return Optional.of(new UploadAnswer.UnderWay(other.id()));
      }
      if (other.state() == ImportState.DONE && other.imported() > 0) {
        return Optional.of(new UploadAnswer.Imported(other.id()));
      }
    }
    return Optional.empty();
  }

  private boolean say(CompanyId company, ImportId id, UploadKey key, String name, Opening.Found found) {
    Map<String, String> proposed = MappingProposal.of(inventory(company), found.survey().columns());
    Reading reading = new Reading(name, found.sheet(), Optional.empty(), proposed);
    return rows.say(company, id, key.seal("survey", found.survey().bytes()),
        key.seal("reading", reading.bytes()));
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

  /** What its columns are called and seem to hold; empty once the import is over. */
  public Optional<Source> source(Account by, ImportId id) {
    require(by);
    Optional<UploadKey> found = folder.find(by.company(), id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (UploadKey key = found.get()) {
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
      return say(company, id, key, work.reading(company, id, key).name(), found);
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

  private static String shortened(String name) {
    return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
  }
}
