package io.safehand.server.base.decisions;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.storage.Storage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of matters and votes. Called inside a transaction of the company. */
@Component
final class Matters {
  private final JdbcClient jdbc;

  Matters(Storage storage) {
    this.jdbc = storage.jdbc();
  }

  void add(CompanyId company, MatterId id, Opening opening, AccountId author, Instant at) {
    jdbc.sql("""
        insert into decisions.matter
          (company_id, matter_id, kind, subject, content_hash, needed, role, author, opened_at, state)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN')
        """)
        .params(company.value(), id.value(), opening.kind(), opening.subject(), opening.contentHash(),
            opening.needed(), opening.approverNames(), author.value(), time(at))
        .update();
  }

  Optional<Matter> find(CompanyId company, MatterId id) {
    return read(company, id, "");
  }

  /** Votes on one matter wait for each other. */
  Optional<Matter> lock(CompanyId company, MatterId id) {
    return read(company, id, " for update");
  }

  void add(CompanyId company, MatterId id, Matter.Vote vote) {
    jdbc.sql("""
        insert into decisions.vote (company_id, matter_id, account_id, ballot, reason, cast_at)
        values (?, ?, ?, ?, ?, ?)
        """)
        .params(company.value(), id.value(), vote.by().value(), vote.ballot().name(), vote.reason(),
            time(vote.at()))
        .update();
  }

  void close(CompanyId company, MatterId id, Matter.State state, Instant at) {
    jdbc.sql("update decisions.matter set state = ?, closed_at = ? where company_id = ? and matter_id = ?")
        .params(state.name(), time(at), company.value(), id.value())
        .update();
  }

  /** Newest first. */
  List<Matter> of(CompanyId company, String subject) {
    return list(company, "subject = ? order by opened_at desc, matter_id desc limit 50", subject);
  }

  /** Oldest first. */
  List<Matter> open(CompanyId company) {
    return list(company, "state = ? order by opened_at, matter_id limit 500", Matter.State.OPEN.name());
  }

  private List<Matter> list(CompanyId company, String where, String value) {
    return jdbc.sql("select matter_id from decisions.matter where company_id = ? and " + where)
        .params(company.value(), value)
        .query(UUID.class)
        .list()
        .stream()
        .flatMap(id -> find(company, new MatterId(id)).stream())
        .toList();
  }

  private Optional<Matter> read(CompanyId company, MatterId id, String lock) {
    return jdbc.sql("""
        select kind, subject, content_hash, needed, role, author, opened_at, state from decisions.matter
         where company_id = ? and matter_id = ?""" + lock)
        .params(company.value(), id.value())
        .query((row, n) -> matter(id, row, votes(company, id)))
        .optional();
  }

  private List<Matter.Vote> votes(CompanyId company, MatterId id) {
    return jdbc.sql("""
        select account_id, ballot, reason, cast_at from decisions.vote
         where company_id = ? and matter_id = ? order by cast_at, account_id
        """)
        .params(company.value(), id.value())
        .query((row, n) -> new Matter.Vote(new AccountId(row.getObject(1, UUID.class)),
            Matter.Ballot.valueOf(row.getString(2)), row.getString(3), instant(row, 4)))
        .list();
  }

  private static Matter matter(MatterId id, ResultSet row, List<Matter.Vote> votes) throws SQLException {
    Set<Role> approvers = Stream.of(row.getString(5).split(" "))
        .map(Role::valueOf)
        .collect(Collectors.toSet());
    return new Matter(id, row.getString(1), row.getString(2), row.getString(3), row.getInt(4), approvers,
        new AccountId(row.getObject(6, UUID.class)), instant(row, 7), Matter.State.valueOf(row.getString(8)),
        votes);
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
