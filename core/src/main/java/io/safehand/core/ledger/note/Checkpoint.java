package io.safehand.core.ledger.note;

import io.safehand.core.ledger.tree.Hash;
import java.util.List;
import java.util.Optional;

/**
 * What a log was when it had this size (C2SP tlog-checkpoint): origin, size, root, and lines that others may add.
 *
 * <p>By itself it promises nothing: trust begins with the signatures of a {@link SignedNote}.
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
  public Checkpoint {
    extensions = List.copyOf(extensions);
    if (!isLine(origin) || size < 0 || !extensions.stream().allMatch(Checkpoint::isLine)) {
      throw new IllegalArgumentException("a checkpoint has an origin, a size and no empty line");
    }
  }

  public Checkpoint(String origin, long size, Hash root) {
    this(origin, size, root, List.of());
  }

  /** Reads the text of a note; empty unless it is exactly what {@link #text} writes. */
  public static Optional<Checkpoint> parse(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    if (lines.size() < 4 || !lines.getLast().isEmpty() || !lines.get(1).matches("0|[1-9][0-9]{0,18}")) {
      return Optional.empty();
    }
    List<String> extensions = lines.subList(3, lines.size() - 1);
    boolean whole = isLine(lines.getFirst()) && extensions.stream().allMatch(Checkpoint::isLine);
    try {
      long size = Long.parseLong(lines.get(1));
      return Hash.parse(lines.get(2))
          .filter(root -> whole)
          .map(root -> new Checkpoint(lines.getFirst(), size, root, extensions));
    } catch (NumberFormatException beyond64Bits) {
      return Optional.empty();
    }
  }

  /** The signed text. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(origin).append('\n').append(size).append('\n').append(root.base64()).append('\n');
    extensions.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  private static boolean isLine(String text) {
    return !text.isEmpty() && text.chars().noneMatch(c -> c < ' ');
  }
}
