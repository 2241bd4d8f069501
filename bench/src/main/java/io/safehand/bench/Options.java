package io.safehand.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What to measure, with how many people, how often. */
record Options(int people, List<Part> parts, int rounds) {
  private static final int PEOPLE = 200_000;
  private static final int ROUNDS = 3;

  Options {
    if (people < 1 || rounds < 1 || parts.isEmpty()) {
      throw new IllegalArgumentException("people, rounds and parts are at least one");
    }
  }

  /** {@code --people N}, {@code --part intake,erase}, {@code --rounds R}; an unknown word is refused. */
  static Options parse(String... words) {
    Options options = new Options(PEOPLE, List.of(Part.values()), ROUNDS);
    for (int i = 0; i < words.length; i += 2) {
      if (i + 1 == words.length) {
        throw new IllegalArgumentException(words[i] + " needs a value");
      }
      options = options.with(words[i], words[i + 1]);
    }
    return options;
  }

  private Options with(String name, String value) {
    return switch (name) {
      case "--people" -> new Options(Integer.parseInt(value), parts, rounds);
      case "--part" -> new Options(people,
          Arrays.stream(value.split(",")).map(part -> Part.valueOf(part.toUpperCase(Locale.ROOT))).toList(),
          rounds);
      case "--rounds" -> new Options(people, parts, Integer.parseInt(value));
      default -> throw new IllegalArgumentException("unknown option " + name);
    };
  }
}
