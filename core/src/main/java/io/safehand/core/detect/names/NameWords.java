package io.safehand.core.detect.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntConsumer;

/** The characters and words of names.txt in a form that answers at once. Words count by two of their characters. */
public final class NameWords {
  public static final int SURNAME = 1;
  public static final int DOUBTFUL = 2;
  public static final int GIVEN = 4;
  public static final int NEVER = 8;
  public static final int FOREIGN = 16;
  public static final int COMPOUND = 32;
  public static final int BETWEEN = 64;
  public static final int VERB = 128;
  public static final int BEGINS = 256;
  public static final int ENDS = 512;
  private final short[] flags = new short[1 << 16];
  private final Pairs compounds = new Pairs();
  private final Pairs roles = new Pairs();
  private final Pairs titles = new Pairs();
  private final Pairs verbs = new Pairs();
  private final Pairs others = new Pairs();
  private final Pairs offices = new Pairs();
  private final Set<String> countries = new HashSet<>();

  public NameWords() {
    try (InputStream in = NameWords.class.getResourceAsStream("names.txt")) {
      if (in == null) {
        throw new IllegalStateException("names.txt is missing from the artefact");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Signs before and behind which a name may stand. */
  void signs(String before, String behind) {
    mark(before, BEGINS);
    mark(behind, ENDS);
  }

  private void add(String line) {
    String[] words = line.split(" ", -1);
    switch (words[0]) {
      case "surname" -> mark(words[1], SURNAME);
      case "doubtful" -> mark(words[1], DOUBTFUL);
      case "given" -> mark(words[1], GIVEN);
      case "never" -> mark(words[1], NEVER);
      case "foreign" -> mark(words[1], FOREIGN);
      case "between" -> mark(words[1], BETWEEN);
      case "compound" -> addAll(words, this::compound);
      case "role" ->
        addAll(words, word -> roles.add(word.charAt(word.length() - 2), word.charAt(word.length() - 1)));
      case "title" -> addAll(words, word -> titles.add(word.charAt(0), word.charAt(1)));
      case "verb" -> addAll(words, this::verb);
      case "word" -> addAll(words, word -> others.add(word.charAt(0), word.charAt(1)));
      case "state" ->
        addAll(words, word -> offices.add(word.charAt(word.length() - 2), word.charAt(word.length() - 1)));
      case "country" -> addAll(words, countries::add);
      default -> {
      }
    }
  }

  private static void addAll(String[] words, java.util.function.Consumer<String> add) {
    for (int i = 1; i < words.length; i++) {
      add.accept(words[i]);
    }
  }

  private void compound(String word) {
    compounds.add(word.charAt(0), word.charAt(1));
    mark(word.substring(0, 1), COMPOUND);
  }

  private void verb(String word) {
    if (word.length() == 1) {
      mark(word, VERB);
    } else {
      verbs.add(word.charAt(0), word.charAt(1));
    }
  }

  private void mark(String characters, int flag) {
    characters.chars().forEach(c -> flags[c] |= (short) flag);
  }

  /** Calls back with every character that may begin a Chinese name. */
  public void eachFirst(IntConsumer first) {
    for (int c = 0; c < flags.length; c++) {
      if ((flags[c] & (SURNAME | DOUBTFUL | COMPOUND)) != 0) {
        first.accept(c);
      }
    }
  }

  public boolean is(int c, int flag) {
    return (of(c) & flag) != 0;
  }

  /** Everything that is known of a character. */
  int of(int c) {
    return c >= 0 && c < 1 << 16 ? flags[c] : 0;
  }

  public boolean compound(int first, int second) {
    return compounds.holds(first, second);
  }

  boolean role(int last, int veryLast) {
    return roles.holds(last, veryLast);
  }

  boolean title(int first, int second) {
    return titles.holds(first, second);
  }

  boolean verb(int first, int second) {
    return verbs.holds(first, second);
  }

  /** Whether a surname and the character behind it are another word. */
  public boolean other(int first, int second) {
    return others.holds(first, second);
  }

  /** Whether two characters end an office that foreign names are written with. */
  boolean office(int last, int veryLast) {
    return offices.holds(last, veryLast);
  }

  boolean country(String name) {
    return countries.contains(name);
  }

  /** Calls back with every character that ends such an office. */
  public void eachOffice(IntConsumer last) {
    offices.eachSecond(last);
  }

  /** A set of pairs of characters. */
  private static final class Pairs {
    private static final int MASK = (1 << 13) - 1;
    private final int[] slots = new int[MASK + 1];

    void add(int first, int second) {
      int pair = first << 16 | second;
      int at = slot(pair);
      while (slots[at] != 0 && slots[at] != pair) {
        at = at + 1 & MASK;
      }
      slots[at] = pair;
    }

    boolean holds(int first, int second) {
      if (first < 0x80 || second < 0x80 || first > 0xFFFF || second > 0xFFFF) {
        return false;
      }
      int pair = first << 16 | second;
      for (int at = slot(pair); slots[at] != 0; at = at + 1 & MASK) {
        if (slots[at] == pair) {
          return true;
        }
      }
      return false;
    }

    void eachSecond(IntConsumer second) {
      for (int pair : slots) {
        if (pair != 0) {
          second.accept(pair & 0xFFFF);
        }
      }
    }

    private static int slot(int pair) {
      return pair * 0x9E3779B1 >>> 19;
    }
  }
}
