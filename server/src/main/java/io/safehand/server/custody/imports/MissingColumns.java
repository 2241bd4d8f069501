package io.safehand.server.custody.imports;

import io.safehand.core.inventory.InventoryRefused;
import io.safehand.core.inventory.PurposeRule;
import io.safehand.core.person.Category;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.inventory.DeclaredColumn;
import io.safehand.server.custody.inventory.Declaring;
import io.safehand.server.custody.records.ColumnMapping;
import io.safehand.server.custody.records.UndeclaredColumns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The columns of a source that the inventory lacks: each is declared with its purpose and legal basis, or left out. What
 * is declared is proposed as a new version of the inventory, the first one where there is none; nothing comes in before
 * somebody else approved it. May be used by many threads.
 */
@Component
public final class MissingColumns {
  private static final List<Category> TELL_APART = List.of(Category.ACCOUNT, Category.MOBILE,
      Category.RESIDENT_ID, Category.CREDIT_CODE, Category.NAME);

  private final ImportJobs jobs;
  private final Declaring declaring;
  private final Storage storage;

  MissingColumns(ImportJobs jobs, Declaring declaring, Storage storage) {
    this.jobs = jobs;
    this.declaring = declaring;
    this.storage = storage;
  }

  /**
   * What is asked of a person.
   *
   * @param columns with their place in the source
   * @param isFirst no inventory is in force, so it is also asked what tells customers apart
   * @param isProposed a version with all of them waits for somebody's approval
   */
  public record Asked(List<Column> columns, List<PurposeRule> purposes, boolean isFirst,
      boolean isProposed) {}

  /**
   * @param at its place in the source, from 0
   * @param sensitive whether what it seems to hold is sensitive in the meaning of PIPL 28
   * @param tellsApart whether it is proposed to tell customers apart
   */
  public record Column(int at, SourceSurvey.Column found, boolean sensitive, boolean tellsApart) {}

  /** Empty when nothing has to be asked. */
  public Optional<Asked> of(Account by, ImportJobs.Source source) {
    List<String> undeclared = jobs.undecided(by, source).map(UndeclaredColumns::undeclared).orElse(List.of());
    boolean first = !jobs.hasInventory(by);
    Optional<String> identity = first ? tellsApart(source) : Optional.empty();
    List<Column> columns = new ArrayList<>();
    for (int at = 0; at < source.survey().columns().size(); at++) {
      SourceSurvey.Column found = source.survey().columns().get(at);
      if (undeclared.contains(found.name())) {
        boolean chosen = identity.filter(found.name()::equals).isPresent();
        columns.add(new Column(at, found, isSensitive(found.category()), chosen));
      }
    }
    return columns.isEmpty()
        ? Optional.empty()
        : Optional.of(new Asked(columns, declaring.purposes(by.company()), first,
            declaring.isProposed(by.company(), Set.copyOf(undeclared))));
  }

  /**
   * Keeps what is left out and proposes the rest: both or neither.
   *
   * @return why not, as a code; empty when it was done
   */
  public Optional<String> declare(Account by, ImportId id, List<DeclaredColumn> declared,
      Set<String> leftOut) {
    Optional<ImportJobs.Source> source = jobs.source(by, id);
    if (source.isEmpty()) {
      return Optional.of("moved-on");
    }
    if (!jobs.hasInventory(by) && declared.stream().noneMatch(DeclaredColumn::identity)) {
      return Optional.of("declare.identity");
    }
    Map<String, String> columns = new HashMap<>(source.get().reading().columns());
    leftOut.forEach(column -> columns.put(column, ColumnMapping.LEFT_OUT));
    declared.forEach(column -> columns.remove(column.column()));
    try {
      return storage.in(by.company(), () -> keep(by, id, columns, declared));
    } catch (InventoryRefused contradiction) {
      return Optional.of("declare.refused");
    }
  }

  private Optional<String> keep(Account by, ImportId id, Map<String, String> columns,
      List<DeclaredColumn> declared) {
    if (!jobs.choose(by, id, columns)) {
      return Optional.of("moved-on");
    }
    if (!declared.isEmpty()) {
      declaring.propose(by, declared);
    }
    return Optional.empty();
  }

  /** The first of the usual ones that every row has. */
  private static Optional<String> tellsApart(ImportJobs.Source source) {
    List<SourceSurvey.Column> columns = source.survey().columns();
    long rows = columns.stream().mapToLong(SourceSurvey.Column::filled).max().orElse(0);
    return TELL_APART.stream()
        .flatMap(category -> columns.stream()
            .filter(column -> column.category() == category && column.filled() == rows))
        .map(SourceSurvey.Column::name)
        .findFirst();
  }

  private static boolean isSensitive(Category category) {
    return switch (category) {
      case RESIDENT_ID, PASSPORT, PERMIT, BANK_CARD, HEALTH -> true;
      case NAME, MOBILE, LANDLINE, EMAIL, CREDIT_CODE, PLATE, QQ, WECHAT, ADDRESS, BIRTH_DATE, GENDER,
          ORGANISATION, ACCOUNT, AMOUNT, DATE, TEXT ->
        false;
    };
  }
}
