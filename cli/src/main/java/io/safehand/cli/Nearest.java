package io.safehand.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The option or command that somebody probably meant: the fewest letters to change, swap, add or take away. */
final class Nearest {

  Optional<String> to(String word, CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    List<String> known = new ArrayList<>();
    if (word.startsWith("-")) {
      spec.options().forEach(option -> known.add(option.longestName()));
    } else {
      known.addAll(spec.subcommands().keySet());
    }
    int most = Math.max(2, word.length() / 2);
    return known.stream()
        .filter(each -> distance(word, each) <= most)
        .min(Comparator.comparingInt((String each) -> distance(word, each))
            .thenComparing(Comparator.naturalOrder()));
  }

  /** Damerau–Levenshtein distance of adjacent swaps. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 ? j : j == 0 ? i : step(a, b, i, j, cost);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(String a, String b, int i, int j, int[][] cost) {
    int change = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
