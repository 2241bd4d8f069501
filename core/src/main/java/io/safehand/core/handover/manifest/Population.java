package io.safehand.core.handover.manifest;

import io.safehand.core.json.Json;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where every person went. Always {@code liveBefore = moved + excluded + kept}; anything else is refused.
 *
 * @param liveBefore people the seller held when packing began
 * @param moved people in the package
 * @param excluded people left out, by stable reason code
 * @param kept people who stay with the seller for another reason, by stable reason code
 */
public record Population(long liveBefore, long moved, SortedMap<String, Long> excluded,
    SortedMap<String, Long> kept) {
  public Population {
    excluded = Collections.unmodifiableSortedMap(new TreeMap<>(excluded));
    kept = Collections.unmodifiableSortedMap(new TreeMap<>(kept));
    if (liveBefore != moved + sum(excluded) + sum(kept)) {
      throw new PopulationDiffers(liveBefore, moved, sum(excluded), sum(kept));
    }
  }

  public long excludedCount() {
    return sum(excluded);
  }

  public long keptCount() {
    return sum(kept);
  }

  Json.Object json() {
    return Json.object()
        .with("liveBefore", liveBefore)
        .with("moved", moved)
        .with("excluded", Codes.json(excluded))
        .with("kept", Codes.json(kept));
  }

  static Population of(Json.Object json) {
    json.only("liveBefore", "moved", "excluded", "kept");
    Codes codes = new Codes(json);
    return new Population(codes.count("liveBefore"), codes.count("moved"), codes.counts("excluded"),
        codes.counts("kept"));
  }

  private static long sum(SortedMap<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
