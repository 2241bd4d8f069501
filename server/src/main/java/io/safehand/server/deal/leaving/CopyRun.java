package io.safehand.server.deal.leaving;

import io.safehand.core.custody.UnknownPerson;
import io.safehand.core.custody.View;
import io.safehand.core.inventory.FieldRule;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.FieldName;
import io.safehand.core.person.PersonId;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.NotAllowed;
import io.safehand.server.base.runs.Run;
import io.safehand.server.base.runs.RunKind;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.base.tables.Cell;
import io.safehand.server.base.tables.TableFormat;
import io.safehand.server.base.tables.Tables;
import io.safehand.server.custody.disclosure.Disclosures;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.records.Vaults;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Writes one copy. Each person is asked for as any officer asks: decided on, written, then opened. A server that stopped
 * has lost the passphrase, so what it had written is erased and the copy has to be asked for again.
 */
@Component
final class CopyRun implements RunKind {
  /** The file is made in memory before it is written. */
  private static final long MOST_PEOPLE = 200_000;
  private static final int AT_ONCE = 500;

  private final CopyFolder folder;
  private final Passphrases passphrases;
  private final CopyRows rows;
  private final Finishing finishing;
  private final Permission permission;
  private final Disclosures disclosures;
  private final Inventories inventories;
  private final Vaults vaults;
  private final Tables tables;
  private final Storage storage;

  CopyRun(CopyFolder folder, Passphrases passphrases, CopyRows rows, Finishing finishing,
      Permission permission, Disclosures disclosures, Inventories inventories, Vaults vaults, Tables tables,
      Storage storage) {
    this.folder = folder;
    this.passphrases = passphrases;
    this.rows = rows;
    this.finishing = finishing;
    this.permission = permission;
    this.disclosures = disclosures;
    this.inventories = inventories;
    this.vaults = vaults;
    this.tables = tables;
    this.storage = storage;
  }

  @Override
  public String code() {
    return Leavings.KIND;
  }

  @Override
  public void go(Run run, Account by, Progress progress) throws Exception {
    CompanyId company = run.company();
    CopyId id = CopyId.of(run.subject());
    Copy copy = storage.in(company, () -> rows.find(company, id)).orElseThrow();
    if (copy.state() != Copy.State.WRITING) {
      return;
    }
    try {
      write(copy, by, progress);
      passphrases.forget(id);
    } catch (CopyRefused refused) {
      throw ended(company, id, refused.code(), refused);
    } catch (NotAllowed refused) {
      throw ended(company, id, "leaving.not-allowed", refused);
    } catch (Cancelled cancelled) {
      throw ended(company, id, "leaving.cancelled", cancelled);
    }
  }

  private Cannot ended(CompanyId company, CopyId id, String code, RuntimeException cause) {
    folder.erase(company, id);
    passphrases.forget(id);
    storage.run(company, () -> rows.failed(company, id, code));
    return new Cannot(code, cause);
  }

  private void write(Copy copy, Account by, Progress progress) throws IOException {
    CompanyId company = by.company();
    Passphrase passphrase = passphrases.of(copy.id())
        .orElseThrow(() -> new CopyRefused("leaving.passphrase-gone"));
    permission.require(company, by.id());
    permission.requireAsDecided(company, copy);
    long live = vaults.population(company).live();
    if (live > MOST_PEOPLE) {
      throw new CopyRefused("leaving.too-many");
    }
    progress.of(live);
    GivenOut people = new GivenOut(copy, by, progress);
    try (OutputStream file = folder.write(company, copy.id())) {
      SealedWorkbook.write(passphrase, to -> tables.write(TableFormat.XLSX, people.headings(), people, to),
          file);
    }
    finishing.ready(copy, by, people.given);
  }

  /** The rows of the file, one a person of whom something may leave. */
  private final class GivenOut implements Iterator<List<Cell>> {
    private final Copy copy;
    private final Account by;
    private final Progress progress;
    private final List<FieldRule> fields;
    private final Deque<PersonId> people = new ArrayDeque<>();
    private Optional<PersonId> last = Optional.empty();
    private Optional<List<Cell>> ahead = Optional.empty();
    private long seen;
    private long given;

    GivenOut(Copy copy, Account by, Progress progress) {
      this.copy = copy;
      this.by = by;
      this.progress = progress;
      this.fields = inventories.current(by.company())
          .fields()
          .stream()
          .filter(field -> !Collections.disjoint(field.purposes(), copy.wanted().purposes()))
          .toList();
    }

    List<String> headings() {
      return fields.stream().map(FieldRule::column).toList();
    }

    @Override
    public boolean hasNext() {
      while (ahead.isEmpty() && hasPerson()) {
        ahead = row(people.remove());
        progress.reached(++seen);
      }
      return ahead.isPresent();
    }

    /** Whoever comes or goes meanwhile may be in it or not. */
    private boolean hasPerson() {
      if (people.isEmpty()) {
        people.addAll(vaults.people(by.company(), last, AT_ONCE));
        last = Optional.ofNullable(people.peekLast());
      }
      return !people.isEmpty();
    }

    @Override
    public List<Cell> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      List<Cell> row = ahead.orElseThrow();
      ahead = Optional.empty();
      given++;
      return row;
    }

    private Optional<List<Cell>> row(PersonId person) {
      Map<FieldName, String> shown = new HashMap<>();
      try {
        for (Purpose purpose : copy.wanted().purposes()) {
          View view = disclosures.disclose(by.company(), by, person, purpose, copy.wanted().matter(),
              Optional.empty());
          view.fields()
              .stream()
              .filter(field -> !field.shown().isEmpty())
              .forEach(field -> shown.putIfAbsent(field.name(), field.shown().exposed()));
        }
      } catch (UnknownPerson gone) {
        return Optional.empty();
      }
      List<Cell> cells = new ArrayList<>(fields.size());
      fields.forEach(field -> cells.add(Cell.text(shown.getOrDefault(field.name(), ""))));
      return shown.isEmpty() ? Optional.empty() : Optional.of(cells);
    }
  }
}
