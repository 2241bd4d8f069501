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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    return read(company, "matter_id = ?", id.value()).stream().findFirst();
  }

  /** Votes on one matter wait for each other. */
  Optional<Matter> lock(CompanyId company, MatterId id) {
    return read(company, "matter_id = ? for update", id.value()).stream().findFirst();
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
    return read(company, "subject = ? order by opened_at desc, matter_id desc limit 50", subject);
  }

  /** Oldest first. */
  List<Matter> open(CompanyId company) {
    return read(company, "state = ? order by opened_at, matter_id limit 500", Matter.State.OPEN.name());
  }

  /** What this author asked for and was decided, newest first. */
  List<Matter> decided(CompanyId company, AccountId author) {
    return read(company,
        "author = ? and state in ('APPROVED', 'OVERRIDDEN') order by opened_at desc, matter_id desc limit 50",
        author.value());
  }

  /** @param which the condition on {@code value}, and what follows it; never anything a person typed */
  private List<Matter> read(CompanyId company, String which, Object value) {
    List<Matter> found = jdbc.sql("""
        select matter_id, kind, subject, content_hash, needed, role, author, opened_at, state
          from decisions.matter where company_id = ? and\s""" + which)
        .params(company.value(), value)
        .query(Matters::matter)
        .list();
    Map<MatterId, List<Matter.Vote>> votes = votes(company, found);
    return found.stream().map(matter -> matter.with(votes.getOrDefault(matter.id(), List.of()))).toList();
  }

  private Map<MatterId, List<Matter.Vote>> votes(CompanyId company, List<Matter> matters) {
    Map<MatterId, List<Matter.Vote>> votes = new HashMap<>();
    jdbc.sql("""
        select matter_id, account_id, ballot, reason, cast_at from decisions.vote
         where company_id = ? and matter_id = any(?) order by cast_at, account_id
        """)
        .params(company.value(), matters.stream().map(matter -> matter.id().value()).toArray(UUID[]::new))
        .query(row -> {
          votes.computeIfAbsent(new MatterId(row.getObject(1, UUID.class)), id -> new ArrayList<>())
              .add(new Matter.Vote(new AccountId(row.getObject(2, UUID.class)),
                  Matter.Ballot.valueOf(row.getString(3)), row.getString(4), instant(row, 5)));
        });
    return votes;
  }

  private static Matter matter(ResultSet row, int n) throws SQLException {
    Set<Role> approvers = Stream.of(row.getString(6).split(" "))
        .map(Role::valueOf)
        .collect(Collectors.toSet());
    return new Matter(new MatterId(row.getObject(1, UUID.class)), row.getString(2), row.getString(3),
        row.getString(4), row.getInt(5), approvers, new AccountId(row.getObject(7, UUID.class)),
        instant(row, 8), Matter.State.valueOf(row.getString(9)), List.of());
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
