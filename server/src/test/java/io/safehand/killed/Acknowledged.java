package io.safehand.killed;

import io.safehand.core.person.CompanyId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What a killed server had said is done, read back from the lines it printed. */
final class Acknowledged {
  static final String PREFIX = "ack ";

  /** Of one company. */
  static final class Promised {
    long rows;
    long imported = -1;
    long rejected = -1;
    final Set<String> erased = new HashSet<>();
    final Set<String> underWay = new HashSet<>();
    final List<UUID> lines = new ArrayList<>();

    boolean isComplete() {
      return imported >= 0;
    }
  }

  final Map<CompanyId, Promised> companies = new LinkedHashMap<>();

  static Acknowledged of(List<String> lines) {
    Acknowledged all = new Acknowledged();
    lines.stream().filter(line -> line.startsWith(PREFIX)).forEach(line -> all.add(line.split(" ", -1)));
    return all;
  }

  private void add(String[] words) {
    Promised promised = companies.computeIfAbsent(CompanyId.parse(words[2]), company -> new Promised());
    switch (words[1]) {
      case "company" -> promised.rows = 0;
      case "rows" -> promised.rows = Math.max(promised.rows, Long.parseLong(words[3]));
      case "complete" -> {
        promised.imported = Long.parseLong(words[3]);
        promised.rejected = Long.parseLong(words[4]);
      }
      case "erasing" -> promised.underWay.addAll(people(words));
      case "erased" -> promised.erased.addAll(people(words));
      case "line" -> promised.lines.add(UUID.fromString(words[3]));
      default -> throw new IllegalArgumentException("an unknown promise: " + words[1]);
    }
  }

  private static List<String> people(String[] words) {
    return List.of(words).subList(3, words.length);
  }
}
