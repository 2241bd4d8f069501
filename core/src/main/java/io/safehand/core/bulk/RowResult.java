package io.safehand.core.bulk;

import java.util.List;

/** What became of one row. Neither case quotes a value; reasons are stable dotted codes. */
public sealed interface RowResult {
  long row();

  /** The row is in; damaged optional fields were left out, by reason, for example {@code bank_card:card.checksum}. */
  record Done(long row, List<String> fieldsLeftOut) implements RowResult {
    public Done {
      fieldsLeftOut = List.copyOf(fieldsLeftOut);
    }
  }

  /** The row is not in; it can be corrected and sent again alone. */
  record Rejected(long row, String reason) implements RowResult {}
}
