package io.safehand.server.deal.handover;

import io.safehand.core.person.CompanyId;
import io.safehand.core.vault.tree.TreeId;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.deal.deals.DealId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How far the buyer is with each deal's package. Called inside a transaction of the buyer. */
@Component
final class TakingOverRows {
  /** @param isRekeyed whether everybody is re-keyed, and the keys that came and the receiving key are erased */
  record State(Optional<TreeId> tree, boolean isRekeyed) {}

  private final Storage storage;

  TakingOverRows(Storage storage) {
    this.storage = storage;
  }

  State state(CompanyId buyer, DealId deal) {
    return storage.jdbc()
        .sql(
            "select tree_id, rekeyed_at is not null from handover.taking_over where company_id = ? and deal_id = ?")
        .params(buyer.value(), deal.value())
        .query((row, number) -> new State(Optional.ofNullable(row.getObject(1, UUID.class)).map(TreeId::new),
            row.getBoolean(2)))
        .optional()
        .orElse(new State(Optional.empty(), false));
  }

  /** The package is to be taken into this tree, whatever an earlier attempt left. */
  void begin(CompanyId buyer, DealId deal, TreeId tree) {
    storage.jdbc().sql("""
        insert into handover.taking_over (company_id, deal_id, tree_id) values (?, ?, ?)
        on conflict (company_id, deal_id) do update set tree_id = excluded.tree_id
        """).params(buyer.value(), deal.value(), tree.value()).update();
  }

  void finish(CompanyId buyer, DealId deal, Instant at) {
    storage.jdbc()
        .sql("update handover.taking_over set rekeyed_at = ? where company_id = ? and deal_id = ?")
        .params(at.atOffset(ZoneOffset.UTC), buyer.value(), deal.value())
        .update();
  }
}
