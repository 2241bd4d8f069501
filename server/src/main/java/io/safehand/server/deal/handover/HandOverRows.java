package io.safehand.server.deal.handover;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.safehand.core.handover.age.Recipient;
import io.safehand.core.ledger.note.Trust;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.deal.deals.DealId;
import java.sql.ResultSet;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    return read(seller, deal, " for update").orElseThrow(() -> new StepRefused(StepRefused.Reason.NO_KEY));
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

  void riddle(CompanyId seller, DealId deal, byte[] answer, Instant until) {
    change(seller, deal, "riddle_answer", answer);
    change(seller, deal, "riddle_until", utc(until));
  }

  /** The answer to the riddle, if one may still be given. */
  Optional<byte[]> riddleAnswer(CompanyId seller, DealId deal, Instant now) {
    return storage.jdbc().sql("""
        select riddle_answer from handover.handover
         where company_id = ? and deal_id = ? and riddle_answer is not null and riddle_until > ?
        """).params(seller.value(), deal.value(), utc(now)).query(byte[].class).optional();
  }

  /** Tells the buyer, if it is a company on this installation, that its package is here. */
  void released(DealId deal, Optional<CompanyId> buyer, Path folder, Instant at) {
    storage.jdbc()
        .sql("""
            insert into handover.released (deal_id, buyer_id, folder, released_at) values (?, ?, ?, ?)
            on conflict (deal_id) do update set folder = excluded.folder, released_at = excluded.released_at
            """)
        .param(deal.value())
        .param(buyer.map(CompanyId::value).orElse(null))
        .params(folder.toString(), utc(at))
        .update();
  }

  Optional<Path> packageFor(CompanyId buyer, DealId deal) {
    return folder(storage.jdbc()
        .sql("select folder from handover.released where deal_id = ? and buyer_id = ?")
        .params(deal.value(), buyer.value()));
  }

  /** Whoever asks must know of the deal. */
  Optional<Path> packageOf(DealId deal) {
    return folder(
        storage.jdbc().sql("select folder from handover.released where deal_id = ?").param(deal.value()));
  }

  private static Optional<Path> folder(JdbcClient.StatementSpec statement) {
    return statement.query(String.class).optional().map(Path::of);
  }

  void keep(CompanyId company, DealId deal, Paper paper, byte[] file, Instant at) {
    storage.jdbc().sql("""
        insert into handover.paper (company_id, deal_id, kind, file, kept_at) values (?, ?, ?, ?, ?)
        on conflict (company_id, deal_id, kind) do update set file = excluded.file, kept_at = excluded.kept_at
        """).params(company.value(), deal.value(), paper.name(), file, utc(at)).update();
  }

  Optional<byte[]> paper(CompanyId company, DealId deal, Paper paper) {
    return storage.jdbc()
        .sql("select file from handover.paper where company_id = ? and deal_id = ? and kind = ?")
        .params(company.value(), deal.value(), paper.name())
        .query(byte[].class)
        .optional();
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
