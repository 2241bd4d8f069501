package io.safehand.server.deal.handover;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.deal.deals.DealId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The rows of hand-overs. Called inside a transaction of the seller. */
@Component
final class HandOverRows {
  private final Storage storage;

  HandOverRows(Storage storage) {
    this.storage = storage;
  }

  void register(CompanyId seller, DealId deal, String recipient, Instant at) {
    storage.jdbc().sql("""
        insert into handover.handover (company_id, deal_id, recipient, registered_at) values (?, ?, ?, ?)
        """).params(seller.value(), deal.value(), recipient, utc(at)).update();
  }

  String recipient(CompanyId seller, DealId deal) {
    return text(seller, deal, "recipient").orElseThrow(() -> new IllegalStateException(
        "the buyer has not registered a receiving key for this deal"));
  }

  Optional<String> text(CompanyId seller, DealId deal, String column) {
    return storage.jdbc()
        .sql("select " + column + " from handover.handover where company_id = ? and deal_id = ? and "
            + column + " is not null")
        .params(seller.value(), deal.value())
        .query(String.class)
        .optional();
  }

  Optional<Instant> time(CompanyId seller, DealId deal, String column) {
    return storage.jdbc()
        .sql("select " + column + " from handover.handover where company_id = ? and deal_id = ? and "
            + column + " is not null")
        .params(seller.value(), deal.value())
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  void set(CompanyId seller, DealId deal, String column, Object value) {
    Object stored = value instanceof Instant at ? utc(at) : value;
    storage.jdbc()
        .sql("update handover.handover set " + column + " = ? where company_id = ? and deal_id = ?")
        .params(stored, seller.value(), deal.value())
        .update();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
