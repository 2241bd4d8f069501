package io.safehand.core.custody.stored;

import io.safehand.core.person.RecordId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is known about a record without opening it, so that rules and periods can be applied to millions.
 *
 * @param activeOn from when retention runs
 * @param minor under 14 on the day of intake
 * @param kept what law orders kept, when something does
 * @param restricted only what law orders kept is left
 */
public record RecordFacts(CustomerKind kind, LocalDate activeOn, boolean minor, Optional<Kept> kept,
    boolean restricted) {
  /**
   * The facts of this record as bytes, which its sealed ledger key is bound to: whoever changes a fact in the database
   * makes the record one that does not open. docs/formats/vault.md.
   */
  public byte[] bound(RecordId record) {
    byte[] rule = kept.map(Kept::rule).orElse("").getBytes(StandardCharsets.UTF_8);
    int until = kept.map(Kept::until).map(day -> (int) day.toEpochDay()).orElse(0);
    int flags = (minor ? 1 : 0) | (restricted ? 2 : 0) | (kept.isPresent() ? 4 : 0);
    ByteBuffer bytes = ByteBuffer.allocate(RecordId.BYTES + 10 + rule.length);
    record.write(bytes);
    return bytes.put((byte) kind.number())
        .put((byte) flags)
        .putInt((int) activeOn.toEpochDay())
        .putInt(until)
        .put(rule)
        .array();
  }

  /** The same record after everything that law does not keep was destroyed. */
  public RecordFacts restrictedToKept() {
    return new RecordFacts(kind, activeOn, minor, kept, true);
  }
}
