package io.safehand.server.custody.imports.web;

import io.safehand.core.inventory.Basis;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.inventory.Sensitivity;
import io.safehand.core.person.Category;
import io.safehand.server.custody.imports.SourceSurvey;
import io.safehand.server.custody.inventory.DeclaredColumn;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The answers about the columns that the inventory lacks. */
record DeclarationForm(@Nullable List<Line> line) {
  static final String LEAVE_OUT = "LEAVE_OUT";
  private static final int MOST_YEARS = 100;

  /**
   * @param at the column's place in the source
   * @param basis the code of one, or {@link #LEAVE_OUT}
   */
  record Line(int at, Category category, String purpose, String basis, int years, @Nullable Boolean sensitive,
      @Nullable Boolean identity) {
    boolean isLeftOut() {
      return basis.equals(LEAVE_OUT);
    }

    DeclaredColumn declared(List<SourceSurvey.Column> columns) {
      if (years < 1 || years > MOST_YEARS) {
        throw new IllegalArgumentException("years");
      }
      return new DeclaredColumn(columns.get(at).name(), category, new Purpose(purpose), Basis.valueOf(basis),
          Period.ofYears(years), isTicked(sensitive) ? Sensitivity.SENSITIVE : Sensitivity.GENERAL,
          isTicked(identity));
    }
  }

  /** A browser sends nothing for a box that is not ticked. */
  private static boolean isTicked(@Nullable Boolean box) {
    return Boolean.TRUE.equals(box);
  }

  private List<Line> lines() {
    return line == null ? List.of() : line;
  }

  /** @throws RuntimeException when an answer is none that the page offers */
  List<DeclaredColumn> declared(List<SourceSurvey.Column> columns) {
    return lines().stream().filter(each -> !each.isLeftOut()).map(each -> each.declared(columns)).toList();
  }

  Set<String> leftOut(List<SourceSurvey.Column> columns) {
    return lines().stream()
        .filter(Line::isLeftOut)
        .map(each -> columns.get(each.at()).name())
        .collect(Collectors.toSet());
  }
}
