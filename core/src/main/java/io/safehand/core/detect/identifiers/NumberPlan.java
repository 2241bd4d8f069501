package io.safehand.core.detect.identifiers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which mobile segments and area codes are in use. Read from a table, because both change: lines {@code mobile
 * 130-139} and {@code area 0310-0319}, single numbers or ranges, {@code #} for notes.
 */
public final class NumberPlan {
  private final boolean[] mobiles = new boolean[1000];
  private final boolean[] areas = new boolean[1000];

  private NumberPlan(BufferedReader table) throws IOException {
    for (String line = table.readLine(); line != null; line = table.readLine()) {
      String entry = line.strip();
      if (!entry.isEmpty() && entry.charAt(0) != '#') {
        add(entry);
      }
    }
  }

  /** The table that is shipped, as of 2026. */
  public static NumberPlan shipped() {
    try (InputStream in = NumberPlan.class.getResourceAsStream("number-plan.txt")) {
      if (in == null) {
        throw new IllegalStateException("number-plan.txt is missing from the artefact");
      }
      return new NumberPlan(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A newer table. */
  public static NumberPlan of(Path table) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(table)) {
      return new NumberPlan(reader);
    }
  }

  private void add(String entry) {
    String[] words = entry.split("[ -]", -1);
    boolean[] known = switch (words[0]) {
      case "mobile" -> mobiles;
      case "area" -> areas;
      default -> throw new IllegalArgumentException("a line is mobile or area, then a number or a range");
    };
    for (int number = Integer.parseInt(words[1]); number <= Integer
        .parseInt(words[words.length - 1]); number++) {
      known[number] = true;
    }
  }

  /** Whether the first three digits of a mobile number are in use. */
  public boolean mobile(CharSequence digits, int at) {
    return mobiles[number(digits, at, 3)];
  }

  /** Digits of the area code that {@code digits} begin with, 0 included; 0 if they begin with none. */
  public int areaLength(CharSequence digits, int at) {
    int left = digits.length() - at;
    if (left < 3 || digits.charAt(at) != '0') {
      return 0;
    }
    if (digits.charAt(at + 1) <= '2' && areas[number(digits, at, 3)]) {
      return 3;
    }
    return left >= 4 && digits.charAt(at + 1) >= '3' && areas[number(digits, at, 4)] ? 4 : 0;
  }

  private static int number(CharSequence digits, int at, int count) {
    int number = 0;
    for (int i = at; i < at + count; i++) {
      number = number * 10 + digits.charAt(i) - '0';
    }
    return number % 1000;
  }
}
