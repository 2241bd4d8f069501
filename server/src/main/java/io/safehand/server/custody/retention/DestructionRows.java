package io.safehand.server.custody.retention;

import io.safehand.core.custody.stored.Kept;
import io.safehand.core.handover.manifest.CommitmentList;
import io.safehand.core.handover.manifest.ExclusionCommitment;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.storage.Storage;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The rows of destructions. Called inside a transaction of the company. */
@Component
final class DestructionRows {
  private static final int COMMITMENT_BYTES = 32;
  private static final int IN_ONE_ROW = 10_000;
  private final Storage storage;

  DestructionRows(Storage storage) {
    this.storage = storage;
  }

  void add(CompanyId company, UUID deal, Destroyed destroyed) {
    storage.jdbc()
        .sql(
            """
                insert into retention.destruction (company_id, deal_id, decision, performed_by, people_before, held, at)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
        .params(company.value(), deal, destroyed.decision(), destroyed.by(), destroyed.before(),
            destroyed.held(), destroyed.at().atOffset(ZoneOffset.UTC))
        .update();
    destroyed.kept()
        .forEach((kept, people) -> storage.jdbc()
            .sql(
                "insert into retention.kept (company_id, deal_id, rule, until, people) values (?, ?, ?, ?, ?)")
            .params(company.value(), deal, kept.rule(), kept.until(), people)
            .update());
    List<ExclusionCommitment> all = destroyed.commitments().commitments();
    for (int from = 0; from < all.size(); from += IN_ONE_ROW) {
      storage.jdbc()
          .sql(
              "insert into retention.committed (company_id, deal_id, number, commitments) values (?, ?, ?, ?)")
          .params(company.value(), deal, from / IN_ONE_ROW,
              packed(all.subList(from, Math.min(all.size(), from + IN_ONE_ROW))))
          .update();
    }
  }

  Optional<Destroyed> find(CompanyId company, UUID deal) {
    return storage.jdbc()
        .sql("""
            select decision, performed_by, people_before, held, at from retention.destruction
             where company_id = ? and deal_id = ?
            """)
        .params(company.value(), deal)
        .query((row, number) -> new Destroyed(row.getString("decision"), row.getString("performed_by"),
            row.getLong("people_before"), commitments(company, deal), kept(company, deal),
            row.getLong("held"), row.getObject("at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  private SortedMap<Kept, Long> kept(CompanyId company, UUID deal) {
    SortedMap<Kept, Long> kept = new TreeMap<>(Destroyed.BY_RULE);
    storage.jdbc()
        .sql("select rule, until, people from retention.kept where company_id = ? and deal_id = ?")
        .params(company.value(), deal)
        .query(row -> {
          kept.put(new Kept(row.getString("rule"), row.getObject("until", LocalDate.class)),
              row.getLong("people"));
        });
    return kept;
  }

  private CommitmentList commitments(CompanyId company, UUID deal) {
    List<ExclusionCommitment> all = new ArrayList<>();
    storage.jdbc()
        .sql(
            "select commitments from retention.committed where company_id = ? and deal_id = ? order by number")
        .params(company.value(), deal)
        .query(row -> {
          byte[] packed = row.getBytes("commitments");
          for (int at = 0; at < packed.length; at += COMMITMENT_BYTES) {
            all.add(new ExclusionCommitment(HexFormat.of().formatHex(packed, at, at + COMMITMENT_BYTES)));
          }
        });
    return new CommitmentList(all);
  }

  private static byte[] packed(List<ExclusionCommitment> some) {
    ByteBuffer packed = ByteBuffer.allocate(some.size() * COMMITMENT_BYTES);
    some.forEach(each -> packed.put(HexFormat.of().parseHex(each.hex())));
    return packed.array();
  }
}
