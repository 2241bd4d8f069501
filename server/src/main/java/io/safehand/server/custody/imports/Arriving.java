package io.safehand.server.custody.imports;

import io.safehand.core.hash.Sha256;
import io.safehand.core.custody.upload.SealedUpload;
import io.safehand.core.custody.upload.UploadKey;
import io.safehand.core.detect.text.DamagedFile;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.imports.tables.TableRefused;
import io.safehand.server.custody.imports.tables.TableRows;
import io.safehand.server.custody.imports.tables.TableSource;
import io.safehand.server.custody.inventory.Adopted;
import io.safehand.server.custody.inventory.Inventories;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A source on its way in: sealed, surveyed, and told from what came before. Whatever goes wrong, nothing is kept. */
@Component
final class Arriving {
  private static final int LONGEST_NAME = 200;
  private static final int LOOKED_AT = 2_000;

  private final JobRows rows;
  private final UploadFolder folder;
  private final Opening opening;
  private final TableOpening tables;
  private final Passwords passwords;
  private final ImportWork work;
  private final Inventories inventories;
  private final Storage storage;
  private final BusinessIds ids;

  Arriving(JobRows rows, UploadFolder folder, Opening opening, TableOpening tables, Passwords passwords,
      ImportWork work, Inventories inventories, Storage storage, BusinessIds ids) {
    this.rows = rows;
    this.folder = folder;
    this.opening = opening;
    this.tables = tables;
    this.passwords = passwords;
    this.work = work;
    this.inventories = inventories;
    this.storage = storage;
    this.ids = ids;
  }

  /** Seals the file while it comes in, and surveys it. */
  UploadAnswer upload(Account by, String name, InputStream content) throws IOException {
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
    SealedUpload.Written written = folder.write(company, id, key, content, ImportJobs.MOST_BYTES);
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

  /** Looks at another database, and keeps where it is. */
  UploadAnswer table(Account by, TableSource source, char[] password) throws IOException {
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
    storage.run(company, () -> {
      rows.found(company, id, Sha256.hex(source.json().canonical()));
      rows.say(company, id, key.seal("survey", survey.bytes()), key.seal("reading", reading.bytes()));
    });
    return new UploadAnswer.Taken(id);
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

  /** Keeps what was found of a source and how it is proposed to be read; false when the import has begun. */
  boolean say(CompanyId company, ImportId id, UploadKey key, String name, Opening.Found found) {
    Map<String, String> proposed = MappingProposal.of(inventory(company), found.survey().columns());
    Reading reading = new Reading(name, found.sheet(), Optional.empty(), proposed);
    return rows.say(company, id, key.seal("survey", found.survey().bytes()),
        key.seal("reading", reading.bytes()));
  }

  private Optional<Inventory> inventory(CompanyId company) {
    return inventories.adopted(company).map(Adopted::inventory);
  }

  private static String shortened(String name) {
    return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
  }
}
