package io.safehand.server.deal.handover;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.safehand.core.handover.age.Recipient;
import io.safehand.core.ledger.note.Trust;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.deal.deals.DealId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The rows of hand-overs. Called inside a transaction of the seller. */
@Component
final class HandOverRows {
  private final Storage storage;

  HandOverRows(Storage storage) {
    this.storage = storage;
  }

  void register(CompanyId seller, DealId deal, Recipient recipient, Trust buyer, Instant at) {
    storage.jdbc()
        .sql(
            """
                insert into handover.handover (company_id, deal_id, recipient, buyer_trust, registered_at) values (?, ?, ?, ?, ?)
                """)
        .params(seller.value(), deal.value(), recipient.text(), buyer.file(), utc(at))
        .update();
  }

  Optional<HandOver> find(CompanyId seller, DealId deal) {
    return read(seller, deal, "");
  }

  /** The hand-over, locked until the transaction ends. */
  HandOver lock(CompanyId seller, DealId deal) {
    return read(seller, deal, " for update").orElseThrow(
        () -> new IllegalStateException("the buyer has not registered a receiving key for this deal"));
  }

  void reach(CompanyId seller, DealId deal, HandOverStep step, Instant at) {
    change(seller, deal, step.column(), utc(at));
  }

  void firstConfirmer(CompanyId seller, DealId deal, String who) {
    change(seller, deal, "first_confirmer", who);
  }

  void manifest(CompanyId seller, DealId deal, String sha256) {
    change(seller, deal, "manifest_sha256", sha256);
  }

  void receipt(CompanyId seller, DealId deal, String sha256) {
    change(seller, deal, "receipt_sha256", sha256);
  }

  private void change(CompanyId seller, DealId deal, String column, Object value) {
    int rows = storage.jdbc()
        .sql("update handover.handover set " + column + " = ? where company_id = ? and deal_id = ?")
        .params(value, seller.value(), deal.value())
        .update();
    if (rows != 1) {
      throw new IllegalStateException("there is no hand-over in this deal");
    }
  }

  private Optional<HandOver> read(CompanyId seller, DealId deal, String lock) {
    return storage.jdbc()
        .sql("select * from handover.handover where company_id = ? and deal_id = ?" + lock)
        .params(seller.value(), deal.value())
        .query((row, number) -> handOver(row))
        .optional();
  }

  private static HandOver handOver(ResultSet row) throws SQLException {
    Map<HandOverStep, Instant> reached = new EnumMap<>(HandOverStep.class);
    for (HandOverStep step : HandOverStep.values()) {
      OffsetDateTime at = row.getObject(step.column(), OffsetDateTime.class);
      if (at != null) {
        reached.put(step, at.toInstant());
      }
    }
    return new HandOver(Recipient.parse(row.getString("recipient")),
        Trust.parse(row.getString("buyer_trust").getBytes(UTF_8)), text(row, "first_confirmer"),
        text(row, "manifest_sha256"), text(row, "receipt_sha256"), reached);
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
