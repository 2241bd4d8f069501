package io.safehand.server.site.demo;

import java.util.Map;

/**
 * What goes wrong in real files, in about one row of fifty: required cells missing, customers twice, cards rounded by
 * a spreadsheet, check digits that do not hold.
 */
final class SampleDamage {
  private static final int MOST_BACK = 500;

  /** Damages the cells, or leaves them; {@code row} counts from 0. */
  void strike(Map<String, String> cells, Dice dice, long row) {
    switch (dice.below(1000)) {
      case 0, 1 -> cells.put("name", "");
      case 2 -> cells.put("customer_no", "");
      case 3, 4 -> twice(cells, dice, row);
      case 5, 6, 7, 8 -> cells.computeIfPresent("resident_id", (column, id) -> wrongCheck(id));
      case 9, 10 -> cells.computeIfPresent("resident_id", (column, id) -> rounded(id));
      case 11, 12, 13 -> cells.put("bank_card", "6.29999E+18");
      case 14, 15 ->
        cells.computeIfPresent("mobile", (column, number) -> number.substring(0, number.length() - 1));
      case 16 -> cells.put("email", "qinglan.example.com");
      case 17 -> cells.put("birth_date", "1990-02-30");
      case 18 -> cells.put("invoice_amount", "见附件");
      default -> {
        // most rows are as they should be
      }
    }
  }

  private static void twice(Map<String, String> cells, Dice dice, long row) {
    if (row > 0) {
      cells.put("customer_no", SampleCustomers.number(row - 1 - dice.below((int) Math.min(row, MOST_BACK))));
    }
  }

  private static String wrongCheck(String id) {
    char last = id.charAt(17);
    return id.substring(0, 17) + (last == '0' ? '1' : '0');
  }

  /** A number of 18 digits keeps 15 of them in a spreadsheet. */
  private static String rounded(String id) {
    return id.substring(0, 15) + "000";
  }
}
