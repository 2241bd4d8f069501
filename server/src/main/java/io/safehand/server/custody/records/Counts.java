package io.safehand.server.custody.records;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts by code as one text: {@code bank_card:card.checksum=3 mobile:mobile.length=1}. Codes hold no space. */
final class Counts {
  private Counts() {}

  static String text(SortedMap<String, Long> counts) {
    return counts.entrySet()
        .stream()
        .map(count -> count.getKey() + "=" + count.getValue())
        .collect(Collectors.joining(" "));
  }

  /** Adds the counts of a text to those at hand. */
  static void add(String text, SortedMap<String, Long> to) {
    for (String count : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
      int equals = count.lastIndexOf('=');
      to.merge(count.substring(0, equals), Long.valueOf(count.substring(equals + 1)), Long::sum);
    }
  }

  static SortedMap<String, Long> of(Iterable<String> texts) {
    SortedMap<String, Long> counts = new TreeMap<>();
    texts.forEach(text -> add(text, counts));
    return counts;
  }
}
