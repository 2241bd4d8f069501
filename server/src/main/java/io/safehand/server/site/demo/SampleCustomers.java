package io.safehand.server.site.demo;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Invented customers of an invented tea house, as a CSV file of any length.
 *
 * <p>The same seed and day give the same rows on every machine, and row n does not depend on how many follow, so
 * that {@code samples/customers.csv} is the beginning of every longer file of its seed. No value is taken from a
 * person; what cannot be ruled out is in docs of {@link SampleNumbers} and samples/README.md.
 */
public final class SampleCustomers {
  /** The seed and the day of {@code samples/customers.csv}. */
  public static final long SEED = 20260701;
  public static final LocalDate AS_OF = LocalDate.of(2026, 7, 1);

  static final List<String> COLUMNS = List.of("customer_no", "kind", "name", "contact_name", "resident_id",
      "credit_code", "birth_date", "mobile", "landline", "email", "wechat", "qq", "address", "bank_card",
      "plate", "health_note", "health_consent", "invoice_no", "invoice_date", "invoice_amount",
      "marketing_consent", "joined_on", "last_seen_on");

  private final long seed;
  private final LocalDate asOf;
  private final SampleNames names = new SampleNames();
  private final SampleNumbers numbers = new SampleNumbers();
  private final SamplePlaces places = new SamplePlaces();
  private final SampleDamage damage = new SampleDamage();

  public SampleCustomers(long seed, LocalDate asOf) {
    this.seed = seed;
    this.asOf = asOf;
  }

  /** The customers whose first ten thousand are {@code samples/customers.csv}. */
  public static SampleCustomers ofTheSample() {
    return new SampleCustomers(SEED, AS_OF);
  }

  /** Writes the headings and that many rows, and leaves the writer open. */
  public void write(long customers, Writer to) throws IOException {
    line(COLUMNS, to);
    for (long row = 0; row < customers; row++) {
      Map<String, String> cells = cells(row);
      line(COLUMNS.stream().map(column -> cells.getOrDefault(column, "")).toList(), to);
    }
  }

  /** The cells of one row, counted from 0. */
  Map<String, String> cells(long row) {
    Dice dice = new Dice(seed, row);
    Map<String, String> cells = SampleCustomer.cells(names, numbers, places, dice, asOf);
    cells.put("customer_no", number(row));
    damage.strike(cells, dice, row);
    return cells;
  }

  static String number(long row) {
    String digits = Long.toString(row + 1);
    return "QL" + "0".repeat(Math.max(0, 7 - digits.length())) + digits;
  }

  private static void line(List<String> cells, Writer to) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        to.write(',');
      }
      to.write(quoted(cells.get(i)));
    }
    to.write('\n');
  }

  private static String quoted(String cell) {
    boolean plain = cell.indexOf(',') < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0;
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
