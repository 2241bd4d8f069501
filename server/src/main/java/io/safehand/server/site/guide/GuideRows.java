package io.safehand.server.site.guide;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.deal.deals.DealId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of founded firms and of answers. Called inside a transaction of the company. */
@Component
final class GuideRows {
  private final JdbcClient jdbc;

  GuideRows(Storage storage) {
    this.jdbc = storage.jdbc();
  }

  void add(CompanyId operator, Founded founded) {
    jdbc.sql("""
        insert into guide.founded (company_id, client_id, name, administrator, second, founded_at)
        values (?, ?, ?, ?, ?, ?)
        """)
        .params(operator.value(), founded.company().value(), founded.name(), founded.administrator().value(),
            founded.second().value(), founded.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Newest first. */
  List<Founded> founded(CompanyId operator) {
    return jdbc.sql("""
        select client_id, name, administrator, second, founded_at from guide.founded
         where company_id = ? order by founded_at desc, client_id
        """).param(operator.value()).query(GuideRows::founded).list();
  }

  void add(CompanyId company, Answers answers) {
    jdbc.sql("""
        insert into guide.answers
          (company_id, deal_id, customers, second, copies, channels, answered_by, answered_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """)
        .params(company.value(), answers.deal().value(), answers.customers(), answers.second().value(),
            names(answers.copies()), names(answers.channels()), answers.by().value(),
            answers.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Answers> newestAnswers(CompanyId company, List<DealId> deals) {
    return jdbc.sql("""
        select deal_id, customers, second, copies, channels, answered_by, answered_at from guide.answers
         where company_id = ? and deal_id = any(?) order by answered_at desc, deal_id limit 1
        """)
        .params(company.value(), deals.stream().map(DealId::value).toArray(UUID[]::new))
        .query(GuideRows::answers)
        .optional();
  }

  private static Founded founded(ResultSet row, int number) throws SQLException {
    return new Founded(new CompanyId(row.getObject(1, UUID.class)), row.getString(2),
        new AccountId(row.getObject(3, UUID.class)), new AccountId(row.getObject(4, UUID.class)),
        instant(row, 5));
  }

  private static Answers answers(ResultSet row, int number) throws SQLException {
    return new Answers(new DealId(row.getObject(1, UUID.class)), row.getLong(2),
        new AccountId(row.getObject(3, UUID.class)), set(row.getArray(4), Answers.Copy::valueOf),
        set(row.getArray(5), Answers.Channel::valueOf), new AccountId(row.getObject(6, UUID.class)),
        instant(row, 7));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static String[] names(Collection<? extends Enum<?>> values) {
    return values.stream().map(Enum::name).sorted().toArray(String[]::new);
  }

  private static <T> Set<T> set(Array names, Function<String, T> value) throws SQLException {
    return Stream.of((String[]) names.getArray()).map(value).collect(Collectors.toSet());
  }
}
