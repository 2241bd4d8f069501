package io.safehand.server.base.access;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.storage.Storage;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

  void add(CompanyId company, AccountId account, String handle, AccountId by, Instant at) {
    jdbc.sql(
        "insert into access.account (company_id, account_id, handle, added_by, added_at) values (?, ?, ?, ?, ?)")
        .params(company.value(), account.value(), handle, by.value(), time(at))
        .update();
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
