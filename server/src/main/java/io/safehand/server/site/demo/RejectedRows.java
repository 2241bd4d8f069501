package io.safehand.server.site.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The list by which rejected rows are corrected and sent again alone: the row of the source, counted as a spreadsheet
 * does, and why it was turned away. Never a value.
 */
record RejectedRows(NavigableMap<Long, String> reasons) {
  static final String FILE = "rejected.csv";

  void write(Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("row,reason");
    reasons.forEach((row, reason) -> lines.add(row + "," + reason));
    Files.write(folder.resolve(FILE), lines);
  }

  SortedMap<String, Long> counts() {
    SortedMap<String, Long> counts = new TreeMap<>();
    reasons.values().forEach(reason -> counts.merge(reason, 1L, Long::sum));
    return counts;
  }
}
