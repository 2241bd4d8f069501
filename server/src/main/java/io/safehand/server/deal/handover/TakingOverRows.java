package io.safehand.server.deal.handover;

import io.safehand.core.handover.age.Recipient;
import io.safehand.core.person.CompanyId;
import io.safehand.core.vault.tree.TreeId;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.deal.deals.DealId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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

  void drawn(CompanyId buyer, DealId deal, Recipient recipient, Instant at) {
    storage.jdbc().sql("""
        insert into handover.taking_over (company_id, deal_id, drawn_at, recipient) values (?, ?, ?, ?)
        on conflict (company_id, deal_id) do update
          set drawn_at = coalesce(taking_over.drawn_at, excluded.drawn_at), recipient = excluded.recipient
        """).params(buyer.value(), deal.value(), at.atOffset(ZoneOffset.UTC), recipient.text()).update();
  }

  /** Newest first; a package is in when its receipt was kept. */
  List<TakingOver.Taking> all(CompanyId buyer) {
    return storage.jdbc()
        .sql("""
            select t.deal_id, t.recipient, p.kind is not null, t.rekeyed_at
              from handover.taking_over t
              left join handover.paper p
                on p.company_id = t.company_id and p.deal_id = t.deal_id and p.kind = 'RECEIPT'
             where t.company_id = ? and t.drawn_at is not null order by t.drawn_at desc
            """)
        .param(buyer.value())
        .query((row, number) -> new TakingOver.Taking(new DealId(row.getObject(1, UUID.class)),
            Optional.ofNullable(row.getString(2)).map(Recipient::parse), row.getBoolean(3),
            Optional.ofNullable(row.getObject(4, OffsetDateTime.class)).map(OffsetDateTime::toInstant)))
        .list();
  }

  void meet(CompanyId buyer, DealId deal, byte[] trust) {
    storage.jdbc()
        .sql("update handover.taking_over set seller_trust = ? where company_id = ? and deal_id = ?")
        .params(trust, buyer.value(), deal.value())
        .update();
  }

  Optional<byte[]> seller(CompanyId buyer, DealId deal) {
    return storage.jdbc()
        .sql(
            "select seller_trust from handover.taking_over where company_id = ? and deal_id = ? and seller_trust is not null")
        .params(buyer.value(), deal.value())
        .query(byte[].class)
        .optional();
  }

  void arrived(CompanyId buyer, DealId deal, Path folder) {
    storage.jdbc()
        .sql("update handover.taking_over set folder = ? where company_id = ? and deal_id = ?")
        .params(folder.toString(), buyer.value(), deal.value())
        .update();
  }

  Optional<Path> folder(CompanyId buyer, DealId deal) {
    return storage.jdbc()
        .sql(
            "select folder from handover.taking_over where company_id = ? and deal_id = ? and folder is not null")
        .params(buyer.value(), deal.value())
        .query(String.class)
        .optional()
        .map(Path::of);
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
        .sql(
            "update handover.taking_over set rekeyed_at = ?, recipient = null where company_id = ? and deal_id = ?")
        .params(at.atOffset(ZoneOffset.UTC), buyer.value(), deal.value())
        .update();
  }
}
