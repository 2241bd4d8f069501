package io.safehand.core.detect.columns;

import io.safehand.core.detect.identifiers.CheckResult;
import io.safehand.core.detect.identifiers.Checks;
import io.safehand.core.person.Category;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what the values of one column pass for. Keeps hashes, to see whether they repeat, and no value. */
final class ColumnGuess {
  private static final String SECRETS = "password passwd pwd secret cvv cvc 密码 口令 安全码";
  private static final int MOST = 80;
  private final String name;
  private final boolean named;
  private final List<Category> candidates;
  private final Checks checks;
  private final long[] valid;
  private final List<Map<String, Long>> damaged;
  private final Set<Long> prints = new HashSet<>();
  private long looked;
  private long filled;

  ColumnGuess(String name, List<Category> likely, Checks checks) {
    this.name = name;
    this.named = !likely.isEmpty();
    this.candidates = named ? likely : CsvSurvey.telling();
    this.checks = checks;
    this.valid = new long[candidates.size()];
    this.damaged = candidates.stream().map(each -> (Map<String, Long>) new TreeMap<String, Long>()).toList();
  }

  void look(String value) {
    looked++;
    if (value.isBlank()) {
      return;
    }
    filled++;
    prints.add(value.hashCode() * 31L + value.length());
    for (int i = 0; i < candidates.size(); i++) {
      CheckResult result = checks.check(candidates.get(i), value);
      if (result instanceof CheckResult.Valid) {
        valid[i]++;
      } else if (result instanceof CheckResult.Damaged bad) {
        damaged.get(i).merge(bad.reason(), 1L, Long::sum);
      }
    }
  }

  SurveyedColumn surveyed() {
    int best = 0;
    for (int i = 1; i < valid.length; i++) {
      best = valid[i] > valid[best] ? i : best;
    }
    boolean unique = looked > 0 && prints.size() == looked;
    if (!named && (filled == 0 || valid[best] * 100 < filled * MOST)) {
      return new SurveyedColumn(name, Category.TEXT, looked, filled, filled, Map.of(), unique, secret());
    }
    return new SurveyedColumn(name, candidates.get(best), looked, filled, valid[best],
        Map.copyOf(damaged.get(best)), unique, secret());
  }

  private boolean secret() {
    String plain = name.toLowerCase(Locale.ROOT);
    for (String word : SECRETS.split(" ", -1)) {
      if (plain.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
