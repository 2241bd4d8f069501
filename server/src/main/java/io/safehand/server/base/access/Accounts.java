package io.safehand.server.base.access;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.storage.Storage;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of companies, accounts and roles. Called inside a transaction of the company. */
@Component
final class Accounts {
  private final JdbcClient jdbc;

  Accounts(Storage storage) {
    this.jdbc = storage.jdbc();
  }

  void add(Company company, Instant at) {
    jdbc.sql("insert into access.company (company_id, name, kind, enrolled_at) values (?, ?, ?, ?)")
        .params(company.id().value(), company.name(), company.kind().name(), time(at))
        .update();
  }

  Optional<Company> company(CompanyId id) {
    return jdbc.sql("select name, kind from access.company where company_id = ?")
        .param(id.value())
        .query((row, n) -> new Company(id, row.getString(1), Company.Kind.valueOf(row.getString(2))))
        .optional();
  }

  void add(Account account, PartyId person, AccountId by, Instant at) {
    jdbc.sql("""
        insert into access.account (company_id, account_id, handle, party_id, added_by, added_at)
        values (?, ?, ?, ?, ?, ?)
        """)
        .params(account.company().value(), account.id().value(), account.handle(), person.value(), by.value(),
            time(at))
        .update();
  }

  /** Those that have not ended, in the order of adding. */
  List<Account> all(CompanyId company) {
    return jdbc.sql("""
        select account_id, handle, array_agg(role) filter (where confirmed_by is not null)
          from access.account left join access.role using (company_id, account_id)
         where company_id = ? and ended_at is null group by account_id, handle order by account_id
        """)
        .param(company.value())
        .query((row, n) -> new Account(company, new AccountId(row.getObject(1, UUID.class)), row.getString(2),
            roles(row.getArray(3))))
        .list();
  }

  Optional<PartyId> person(CompanyId company, AccountId id) {
    return jdbc.sql(
        "select party_id from access.account where company_id = ? and account_id = ? and ended_at is null")
        .params(company.value(), id.value())
        .query(UUID.class)
        .optional()
        .map(PartyId::new);
  }

  boolean hasAccount(CompanyId company, PartyId person) {
    return jdbc.sql("select 1 from access.account where company_id = ? and party_id = ? and ended_at is null")
        .params(company.value(), person.value())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  void end(CompanyId company, AccountId id, Instant at) {
    jdbc.sql("delete from access.role where company_id = ? and account_id = ?")
        .params(company.value(), id.value())
        .update();
    jdbc.sql("update access.account set ended_at = ? where company_id = ? and account_id = ?")
        .params(time(at), company.value(), id.value())
        .update();
  }

  List<Proposal> proposals(CompanyId company) {
    return jdbc.sql("""
        select account_id, role, proposed_by from access.role
         where company_id = ? and confirmed_by is null order by proposed_at
        """)
        .param(company.value())
        .query((row, n) -> new Proposal(new AccountId(row.getObject(1, UUID.class)),
            Role.valueOf(row.getString(2)), new AccountId(row.getObject(3, UUID.class))))
        .list();
  }

  Optional<Account> find(CompanyId company, AccountId id) {
    return jdbc
        .sql("select handle from access.account where company_id = ? and account_id = ? and ended_at is null")
        .params(company.value(), id.value())
        .query(String.class)
        .optional()
        .map(handle -> new Account(company, id, handle, roles(company, id)));
  }

  Optional<AccountId> byHandle(CompanyId company, String handle) {
    return jdbc
        .sql("select account_id from access.account where company_id = ? and handle = ? and ended_at is null")
        .params(company.value(), handle)
        .query(UUID.class)
        .optional()
        .map(AccountId::new);
  }

  Optional<String> handle(CompanyId company, AccountId id) {
    return jdbc.sql("select handle from access.account where company_id = ? and account_id = ?")
        .params(company.value(), id.value())
        .query(String.class)
        .optional();
  }

  Map<AccountId, String> handles(CompanyId company, Collection<AccountId> ids) {
    Map<AccountId, String> handles = new HashMap<>();
    jdbc.sql("select account_id, handle from access.account where company_id = ? and account_id = any(?)")
        .params(company.value(), ids.stream().map(AccountId::value).toArray(UUID[]::new))
        .query(row -> {
          handles.put(new AccountId(row.getObject(1, UUID.class)), row.getString(2));
        });
    return handles;
  }

  /** A handle is never used again, also after its account ended. */
  boolean isFree(CompanyId company, String handle) {
    return jdbc.sql("select 1 from access.account where company_id = ? and handle = ?")
        .params(company.value(), handle)
        .query(Integer.class)
        .optional()
        .isEmpty();
  }

  /** All rows of the account wait for each other from here on, so that two roles given at once see each other. */
  boolean lock(CompanyId company, AccountId id) {
    return jdbc.sql("""
        select 1 from access.account
         where company_id = ? and account_id = ? and ended_at is null for update
        """).params(company.value(), id.value()).query(Integer.class).optional().isPresent();
  }

  Set<Role> roles(CompanyId company, AccountId id) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    jdbc.sql(
        "select role from access.role where company_id = ? and account_id = ? and confirmed_by is not null")
        .params(company.value(), id.value())
        .query(String.class)
        .list()
        .forEach(role -> roles.add(Role.valueOf(role)));
    return roles;
  }

  /** Whether nobody else has the role, so that the company would lose it. */
  boolean isLast(CompanyId company, Role role) {
    return jdbc.sql("""
        select count(*) from access.role
          join access.account using (company_id, account_id)
         where company_id = ? and role = ? and confirmed_by is not null and ended_at is null
        """).params(company.value(), role.name()).query(Long.class).single() <= 1;
  }

  private static Set<Role> roles(@Nullable Array names) throws SQLException {
    return names == null
        ? Set.of()
        : Stream.of((String[]) names.getArray())
            .map(Role::valueOf)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
  }

  boolean propose(CompanyId company, AccountId to, Role role, AccountId by, Instant at) {
    return jdbc.sql("""
        insert into access.role (company_id, account_id, role, proposed_by, proposed_at)
        values (?, ?, ?, ?, ?) on conflict do nothing
        """).params(company.value(), to.value(), role.name(), by.value(), time(at)).update() == 1;
  }

  Optional<AccountId> proposer(CompanyId company, AccountId to, Role role) {
    return jdbc.sql("""
        select proposed_by from access.role
         where company_id = ? and account_id = ? and role = ? and confirmed_by is null
        """)
        .params(company.value(), to.value(), role.name())
        .query(UUID.class)
        .optional()
        .map(AccountId::new);
  }

  void confirm(CompanyId company, AccountId to, Role role, AccountId by, Instant at) {
    jdbc.sql("""
        update access.role set confirmed_by = ?, confirmed_at = ?
         where company_id = ? and account_id = ? and role = ? and confirmed_by is null
        """).params(by.value(), time(at), company.value(), to.value(), role.name()).update();
  }

  boolean end(CompanyId company, AccountId of, Role role) {
    return jdbc.sql("delete from access.role where company_id = ? and account_id = ? and role = ?")
        .params(company.value(), of.value(), role.name())
        .update() == 1;
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
