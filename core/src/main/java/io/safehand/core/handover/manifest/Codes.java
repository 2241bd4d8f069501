package io.safehand.core.handover.manifest;

import io.safehand.core.json.Json;
import io.safehand.core.json.JsonRefused;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** How times, hashes and counts are written in our JSON papers, read back in exactly that form. */
public final class Codes {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private final Json.Object from;

  public Codes(Json.Object from) {
    this.from = from;
  }

  /** A UTC time as {@link Instant#toString()} writes it. */
  public Instant instant(String name) {
    String text = from.text(name);
    try {
      Instant instant = Instant.parse(text);
      if (instant.toString().equals(text)) {
        return instant;
      }
    } catch (DateTimeException notATime) {
      throw new JsonRefused(name + " is not a time");
    }
    throw new JsonRefused(name + " is not a UTC time in its shortest form");
  }

  /** A SHA-256, 64 lower-case hexadecimal digits. */
  public String hash(String name) {
    String text = from.text(name);
    if (!HASH.matcher(text).matches()) {
      throw new JsonRefused(name + " is not 64 hexadecimal digits");
    }
    return text;
  }

  /** Zero or more. */
  public long count(String name) {
    return notNegative(name, from.number(name));
  }

  /** Counts by stable code, as an object. */
  public SortedMap<String, Long> counts(String name) {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (Map.Entry<String, Json> each : from.object(name).members().entrySet()) {
      counts.put(each.getKey(), notNegative(name, each.getValue().asNumber()));
    }
    return counts;
  }

  public List<String> texts(String name) {
    return from.array(name).texts();
  }

  public List<Json.Object> objects(String name) {
    return from.array(name).objects();
  }

  public static Json.Object json(Map<String, Long> counts) {
    Json.Object json = Json.object();
    for (Map.Entry<String, Long> each : counts.entrySet()) {
      json = json.with(each.getKey(), each.getValue());
    }
    return json;
  }

  public static Json.Array json(List<String> texts) {
    return Json.array(texts.stream().map(Json::text).toList());
  }

  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static long notNegative(String name, long number) {
    if (number < 0) {
      throw new JsonRefused(name + " is below zero");
    }
    return number;
  }
}
