package io.safehand.core.ledger.tiles;

import io.safehand.core.ledger.tree.Tiling;

/** Where the files of a log lie below its folder (C2SP tlog-tiles). */
public final class TilePath {
  /** The signed checkpoint. */
  public static final String CHECKPOINT = "checkpoint";

  private static final int GROUP = 1000;

  private TilePath() {}

  /** The hash tile with this number at this level, 256 wide or partial. */
  public static String hashes(int level, long number, int width) {
    return "tile/" + level + "/" + numbered(number, width);
  }

  /** The bundle of lines with this number, of 256 lines or partial. */
  public static String lines(long number, int width) {
    return "tile/entries/" + numbered(number, width);
  }

  /** 1234067 is x001/x234/067. */
  private static String numbered(long number, int width) {
    StringBuilder path = new StringBuilder(three(number));
    for (long rest = number / GROUP; rest > 0; rest /= GROUP) {
      path.insert(0, "x" + three(rest) + "/");
    }
    return width == Tiling.WIDTH ? path.toString() : path.append(".p/").append(width).toString();
  }

  private static String three(long number) {
    String digits = Long.toString(number % GROUP);
    return "0".repeat(3 - digits.length()) + digits;
  }
}
