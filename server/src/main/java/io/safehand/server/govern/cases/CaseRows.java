package io.safehand.server.govern.cases;

import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.storage.Storage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of cases and their moves. Called inside a transaction of the company. */
@Component
final class CaseRows {
  private static final String CASE = """
      select case_id, kind, number, person_id, channel, detail, state, reason, owner, against, opened_at, moved_at
        from cases.case_file where company_id = ?
      """;
  private static final UUID LAST = new UUID(-1, -1);

  private final JdbcClient jdbc;

  CaseRows(Storage storage) {
    this.jdbc = storage.jdbc();
  }

  void add(CompanyId company, Case opened, byte[] secretSha256) {
    jdbc.sql(
        """
            insert into cases.case_file (company_id, case_id, kind, number, secret_sha256, person_id, channel, detail, state,
                                         reason, against, opened_at, moved_at, ended)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?, false)
            """)
        .params(company.value(), opened.id().value(), opened.kind(), opened.number().text(), secretSha256)
        .param(opened.person().map(CaseRows::uuid).orElse(null))
        .params(opened.channel().name(), opened.detail(), opened.state())
        .param(opened.against().map(AccountId::value).orElse(null))
        .params(time(opened.openedAt()), time(opened.movedAt()))
        .update();
  }

  Optional<Case> find(CompanyId company, CaseId id) {
    return jdbc.sql(CASE + "and case_id = ?")
        .params(company.value(), id.value())
        .query(CaseRows::one)
        .optional();
  }

  Optional<Case> find(CompanyId company, ReceiptNumber number, byte[] secretSha256) {
    return jdbc.sql(CASE + "and number = ? and secret_sha256 = ?")
        .params(company.value(), number.text(), secretSha256)
        .query(CaseRows::one)
        .optional();
  }

  Optional<Case> lock(CompanyId company, CaseId id) {
    return jdbc.sql(CASE + "and case_id = ? for update")
        .params(company.value(), id.value())
        .query(CaseRows::one)
        .optional();
  }

  List<Case> open(Account by, String kind, Optional<CaseId> after, int most) {
    return jdbc
        .sql(
            CASE + """
                and kind = ? and not ended and case_id < ? and against is distinct from ? order by case_id desc limit ?
                """)
        .params(by.company().value(), kind, after.map(CaseId::value).orElse(LAST), by.id().value(), most)
        .query(CaseRows::one)
        .list();
  }

  List<Case> of(CompanyId company, PersonId person) {
    return jdbc.sql(CASE + "and person_id = ? order by case_id desc")
        .params(company.value(), uuid(person))
        .query(CaseRows::one)
        .list();
  }

  void move(CompanyId company, Case from, Move move, boolean ended, Instant at) {
    jdbc.sql(
        """
            update cases.case_file set state = ?, reason = ?, moved_at = ?, ended = ? where company_id = ? and case_id = ?
            """)
        .params(move.to(), move.reason(), time(at), ended, company.value(), from.id().value())
        .update();
    jdbc.sql(
        """
            insert into cases.move (company_id, case_id, from_state, to_state, reason, who, at) values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(company.value(), from.id().value(), from.state(), move.to(), move.reason(), move.who(),
            time(at))
        .update();
  }

  void assign(CompanyId company, CaseId id, AccountId to) {
    jdbc.sql("update cases.case_file set owner = ? where company_id = ? and case_id = ?")
        .params(to.value(), company.value(), id.value())
        .update();
  }

  private static Case one(ResultSet row, int number) throws SQLException {
    return new Case(new CaseId(row.getObject(1, UUID.class)), row.getString(2),
        new ReceiptNumber(row.getString(3)), person(row.getObject(4, UUID.class)),
        Channel.valueOf(row.getString(5)), row.getString(6), row.getString(7), row.getString(8),
        account(row.getObject(9, UUID.class)), account(row.getObject(10, UUID.class)),
        row.getObject(11, OffsetDateTime.class).toInstant(),
        row.getObject(12, OffsetDateTime.class).toInstant());
  }

  static Optional<PersonId> person(@Nullable UUID id) {
    return Optional.ofNullable(id)
        .map(known -> new PersonId(known.getMostSignificantBits(), known.getLeastSignificantBits()));
  }

  private static Optional<AccountId> account(@Nullable UUID id) {
    return Optional.ofNullable(id).map(AccountId::new);
  }

  static UUID uuid(PersonId person) {
    return new UUID(person.high(), person.low());
  }

  static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
