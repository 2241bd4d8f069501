package io.safehand.server.site.demo;

import io.safehand.core.json.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The counts of a demonstration, all of people unless they say otherwise. For one thread. */
final class Summary {
  private static final String[] COUNTS = {"imported", "rejected", "withheld", "notified", "letters",
    "objected", "consented", "excluded", "moved", "received", "rekeyed", "shredded", "retained",
    "ledgerLines", "overrides"};

  private final Map<String, Long> counts = new LinkedHashMap<>();
  private final Map<String, Duration> times = new LinkedHashMap<>();
  private final Map<String, Long> bytes = new LinkedHashMap<>();
  private SortedMap<String, Long> fieldsLeftOut = new TreeMap<>();
  private String packageRoot = "";
  private String checkpoint = "";

  Summary() {
    for (String name : COUNTS) {
      counts.put(name, 0L);
    }
  }

  void count(String name, long value) {
    if (!counts.containsKey(name)) {
      throw new IllegalArgumentException("the summary has no count " + name);
    }
    counts.put(name, value);
  }

  long count(String name) {
    return counts.getOrDefault(name, 0L);
  }

  void time(String step, Duration time) {
    times.put(step, time);
  }

  void stored(long plaintextBytes, long storedBytes) {
    bytes.put("plaintextBytes", plaintextBytes);
    bytes.put("storedBytes", storedBytes);
  }

  void leftOut(SortedMap<String, Long> reasons) {
    fieldsLeftOut = reasons;
  }

  void root(String root) {
    packageRoot = root;
  }

  void checkpoint(String base64) {
    checkpoint = base64;
  }

  /** The counts that the evidence pack carries. */
  SortedMap<String, Long> forEvidence() {
    return new TreeMap<>(counts);
  }

  Json.Object json() {
    Json.Object json = Json.object();
    for (Map.Entry<String, Long> count : counts.entrySet()) {
      json = json.with(count.getKey(), count.getValue());
    }
    Json.Object leftOut = Json.object();
    for (Map.Entry<String, Long> reason : fieldsLeftOut.entrySet()) {
      leftOut = leftOut.with(reason.getKey(), reason.getValue());
    }
    Json.Object seconds = Json.object();
    for (Map.Entry<String, Duration> time : times.entrySet()) {
      seconds = seconds.with(time.getKey(), new Json.Number(BigDecimal.valueOf(time.getValue().toMillis())
          .divide(BigDecimal.valueOf(1000), 3, RoundingMode.HALF_UP)));
    }
    json = json.with("fieldsLeftOut", leftOut)
        .with("packageRoot", packageRoot)
        .with("checkpoint", checkpoint)
        .with("seconds", seconds);
    for (Map.Entry<String, Long> count : bytes.entrySet()) {
      json = json.with(count.getKey(), count.getValue());
    }
    return json;
  }
}
