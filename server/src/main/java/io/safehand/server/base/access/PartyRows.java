package io.safehand.server.base.access;

import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonalText;
import io.safehand.server.base.keys.SealedTexts;
import io.safehand.server.base.storage.Storage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of parties and memberships. Called inside a transaction of the company. */
@Component
final class PartyRows {
  private static final String PARTY = """
      select party_id, kind, name, mail, under from access.party where company_id = ? and ended_at is null
      """;

  private final JdbcClient jdbc;
  private final SealedTexts texts;

  PartyRows(Storage storage, SealedTexts texts) {
    this.jdbc = storage.jdbc();
    this.texts = texts;
  }

  void add(CompanyId company, PartyId id, Party.Kind kind, Instant at) {
    jdbc.sql("insert into access.party (company_id, party_id, kind, added_at) values (?, ?, ?, ?)")
        .params(company.value(), id.value(), kind.name(), at.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Party> find(CompanyId company, PartyId id) {
    return jdbc.sql(PARTY + "and party_id = ?")
        .params(company.value(), id.value())
        .query((row, n) -> party(company, row))
        .optional();
  }

  List<Party> all(CompanyId company) {
    return jdbc.sql(PARTY + "order by party_id")
        .param(company.value())
        .query((row, n) -> party(company, row))
        .list();
  }

  /** Units wait for each other from here on, so that two moves at once make no circle. */
  void lockUnits(CompanyId company) {
    jdbc.sql("select 1 from access.party where company_id = ? and kind = 'UNIT' order by party_id for update")
        .param(company.value())
        .query()
        .listOfRows();
  }

  void describe(CompanyId company, PartyId id, PersonalText name, PersonalText mail) {
    jdbc.sql("update access.party set name = ?, mail = ? where company_id = ? and party_id = ?")
        .param(sealed(company, "name", id, name))
        .param(sealed(company, "mail", id, mail))
        .param(company.value())
        .param(id.value())
        .update();
  }

  void move(CompanyId company, PartyId id, Optional<PartyId> under) {
    jdbc.sql("update access.party set under = ? where company_id = ? and party_id = ?")
        .param(under.map(PartyId::value).orElse(null))
        .param(company.value())
        .param(id.value())
        .update();
  }

  void end(CompanyId company, PartyId id, Instant at) {
    jdbc.sql("update access.party set ended_at = ? where company_id = ? and party_id = ?")
        .params(at.atOffset(ZoneOffset.UTC), company.value(), id.value())
        .update();
  }

  void add(CompanyId company, Membership membership) {
    jdbc.sql("""
        insert into access.membership (company_id, membership_id, member, of, title, from_day, until_day)
        values (?, ?, ?, ?, ?, ?, ?)
        """)
        .params(company.value(), membership.id(), membership.member().value(), membership.of().value(),
            membership.title(), membership.from())
        .param(membership.until().orElse(null))
        .update();
  }

  boolean end(CompanyId company, UUID membership, LocalDate last) {
    return jdbc.sql("""
        update access.membership set until_day = ?
         where company_id = ? and membership_id = ? and from_day <= ? and (until_day is null or until_day > ?)
        """).params(last, company.value(), membership, last, last).update() == 1;
  }

  /** Those whose parties are still there, in the order of adding. */
  List<Membership> memberships(CompanyId company) {
    return jdbc.sql("""
        select m.membership_id, m.member, m.of, m.title, m.from_day, m.until_day
          from access.membership m
          join access.party a on a.company_id = m.company_id and a.party_id = m.member and a.ended_at is null
          join access.party b on b.company_id = m.company_id and b.party_id = m.of and b.ended_at is null
         where m.company_id = ? order by m.membership_id
        """).param(company.value()).query((row, n) -> membership(row)).list();
  }

  private Party party(CompanyId company, ResultSet row) throws SQLException {
    PartyId id = new PartyId(row.getObject(1, UUID.class));
    return new Party(id, Party.Kind.valueOf(row.getString(2)), open(company, "name", id, row.getBytes(3)),
        open(company, "mail", id, row.getBytes(4)),
        Optional.ofNullable(row.getObject(5, UUID.class)).map(PartyId::new));
  }

  private static Membership membership(ResultSet row) throws SQLException {
    return new Membership(row.getObject(1, UUID.class), new PartyId(row.getObject(2, UUID.class)),
        new PartyId(row.getObject(3, UUID.class)), row.getString(4), row.getObject(5, LocalDate.class),
        Optional.ofNullable(row.getObject(6, LocalDate.class)));
  }

  private byte @Nullable [] sealed(CompanyId company, String column, PartyId id, PersonalText text) {
    return text.isEmpty() ? null : texts.seal(company, place(column, id), text);
  }

  private PersonalText open(CompanyId company, String column, PartyId id, byte @Nullable [] sealed) {
    return sealed == null ? PersonalText.of("") : texts.open(company, place(column, id), sealed);
  }

  private static String place(String column, PartyId id) {
    return "access.party." + column + "/" + id;
  }
}
