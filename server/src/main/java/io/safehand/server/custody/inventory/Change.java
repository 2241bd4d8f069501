package io.safehand.server.custody.inventory;

import io.safehand.core.inventory.FieldRule;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.inventory.PurposeRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What one version of an inventory says otherwise than another about one field, purpose or other part. */
public record Change(Kind kind, Part part, String name) {
  /** What became of it. */
  public enum Kind {
    ADDED, CHANGED, REMOVED
  }

  /** What it is about. */
  public enum Part {
    PURPOSE, FIELD, CONSENT, KEEP
  }

  /** Everything that differs, part by part. */
  static List<Change> between(Inventory old, Inventory fresh) {
    List<Change> changes = new ArrayList<>();
    compare(Part.PURPOSE, byName(old.purposes(), rule -> rule.purpose().code()),
        byName(fresh.purposes(), rule -> rule.purpose().code()), changes);
    compare(Part.FIELD, byName(old.fields(), rule -> rule.name().text()),
        byName(fresh.fields(), rule -> rule.name().text()), changes);
    compare(Part.CONSENT, byName(old.consents(), rule -> rule.column()),
        byName(fresh.consents(), rule -> rule.column()), changes);
    compare(Part.KEEP, byName(old.keeps(), rule -> rule.code()), byName(fresh.keeps(), rule -> rule.code()),
        changes);
    return changes;
  }

  /** Everything in a first inventory. */
  static List<Change> first(Inventory fresh) {
    List<Change> changes = new ArrayList<>();
    for (PurposeRule purpose : fresh.purposes()) {
      changes.add(new Change(Kind.ADDED, Part.PURPOSE, purpose.purpose().code()));
    }
    for (FieldRule field : fresh.fields()) {
      changes.add(new Change(Kind.ADDED, Part.FIELD, field.name().text()));
    }
    return changes;
  }

  private static <R> Map<String, R> byName(List<R> rules, Function<R, String> name) {
    return rules.stream()
        .collect(Collectors.toMap(name, Function.identity(), (one, other) -> other, LinkedHashMap::new));
  }

  private static <R> void compare(Part part, Map<String, R> old, Map<String, R> fresh, List<Change> changes) {
    fresh.forEach((name, rule) -> {
      if (!old.containsKey(name)) {
        changes.add(new Change(Kind.ADDED, part, name));
      } else if (!rule.equals(old.get(name))) {
        changes.add(new Change(Kind.CHANGED, part, name));
      }
    });
    old.keySet()
        .stream()
        .filter(name -> !fresh.containsKey(name))
        .forEach(name -> changes.add(new Change(Kind.REMOVED, part, name)));
  }
}
