package io.safehand.core.detect.sheet;

import io.safehand.core.detect.csv.CsvShape;
import io.safehand.core.detect.text.DamagedFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the rows that name the columns among the first ones of a sheet, and reads the names. Above them may stand titles,
 * which fill few columns or are one merged cell; two rows name the columns where the upper one has wide merged cells.
 */
final class Header {
  /** How many rows are looked at. */
  static final int TOP = 40;
  private static final int LONGEST_NAME = 200;
  private final List<String[]> top;
  private final List<SheetRows.Merge> merges;
  private final int width;

  /** @param top the first rows of the sheet, the empty ones too */
  Header(List<String[]> top, List<SheetRows.Merge> merges) {
    this.top = top;
    this.merges = merges.stream().filter(merge -> merge.firstRow() <= TOP).toList();
    this.width = top.stream().mapToInt(row -> row.length).max().orElse(0);
  }

  /** As much of a cell as a name may have. */
  static String cut(String cell) {
    return cell.length() > LONGEST_NAME ? cell.substring(0, LONGEST_NAME) : cell;
  }

  SheetChoice found(int sheet) {
    int most = 0;
    for (int i = 0; i < top.size(); i++) {
      most = Math.max(most, filled(spread(i)));
    }
    for (int i = 0; i < top.size(); i++) {
      if (names(i, most) && (isUpper(i) || !isOutdone(i))) {
        return new SheetChoice(sheet, i + 1, isUpper(i) ? 2 : 1);
      }
    }
    return new SheetChoice(sheet, 1 + firstFilled(), 0);
  }

  /** Whether the row fills most columns, and with words. */
  private boolean names(int i, int most) {
    String[] row = spread(i);
    return filled(row) * 10 >= most * 6 && filled(row) > 0 && different(row) >= Math.min(2, most)
        && new CsvShape().namesColumns(row);
  }

  /** A remark above the names fills fewer columns than they do. */
  private boolean isOutdone(int row) {
    for (int i = row + 1; i < top.size(); i++) {
      if (filled(top.get(i)) > 0) {
        return filled(spread(i)) > filled(spread(row)) && new CsvShape().namesColumns(top.get(i));
      }
    }
    return false;
  }

  /** One name a column, no two the same. */
  List<String> names(SheetChoice choice) {
    int upper = choice.headerRow() - 1;
    if (choice.headerRow() + choice.headerRows() - 1 > top.size()) {
      throw DamagedFile.whole("sheet.no_header");
    }
    return switch (choice.headerRows()) {
      case 0 -> unique(new String[width]);
      case 1 -> unique(own(upper));
      default -> unique(joined(spread(upper), own(upper + 1)));
    };
  }

  private boolean isUpper(int row) {
    if (row + 1 >= top.size() || !new CsvShape().namesColumns(top.get(row + 1))
        || filled(top.get(row + 1)) == 0) {
      return false;
    }
    return merges.stream()
        .anyMatch(merge -> merge.firstRow() == row + 1 && merge.lastRow() == row + 1 && merge.isWide());
  }

  /** Below a group's name stands the column's; where two groups have one of the same name, the group's is needed too. */
  private String[] joined(String[] groups, String[] names) {
    String[] joined = new String[width];
    List<String> below = Arrays.stream(names).map(Header::plain).toList();
    for (int i = 0; i < width; i++) {
      String name = below.get(i);
      String group = plain(groups[i]);
      boolean twice = !name.isEmpty() && Collections.frequency(below, name) > 1;
      joined[i] = name.isEmpty() ? group : twice && !group.equals(name) ? (group + " " + name).strip() : name;
    }
    return joined;
  }

  private static List<String> unique(String[] names) {
    Set<String> seen = new HashSet<>();
    List<String> unique = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      String name = names[i] == null ? "" : plain(names[i]);
      unique.add(name.isEmpty() || !seen.add(name) ? "column_" + (i + 1) : name);
    }
    return List.copyOf(unique);
  }

  /** A name may be broken over lines. */
  private static String plain(String name) {
    return name.strip().replaceAll("\\s+", " ");
  }

  private String[] own(int row) {
    String[] own = Arrays.copyOf(row < top.size() ? top.get(row) : new String[0], width);
    for (int i = 0; i < width; i++) {
      own[i] = own[i] == null ? "" : own[i];
    }
    return own;
  }

  /** The row with the text of each merged cell in every column that the cell covers. */
  private String[] spread(int row) {
    String[] spread = own(row);
    for (SheetRows.Merge merge : merges) {
      if (merge.firstRow() == row + 1 && merge.firstColumn() < width) {
        Arrays.fill(spread, merge.firstColumn(), Math.min(width, merge.lastColumn() + 1),
            spread[merge.firstColumn()]);
      }
    }
    return spread;
  }

  private int firstFilled() {
    int row = 0;
    while (row < top.size() - 1 && filled(top.get(row)) == 0) {
      row++;
    }
    return row;
  }

  private static int filled(String[] row) {
    return (int) Arrays.stream(row).filter(cell -> !cell.isBlank()).count();
  }

  private static int different(String[] row) {
    return (int) Arrays.stream(row).filter(cell -> !cell.isBlank()).distinct().count();
  }
}
