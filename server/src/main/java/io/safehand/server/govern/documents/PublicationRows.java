package io.safehand.server.govern.documents;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.govern.documents.Publication.Audience;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of publications. Called inside a transaction of the company. */
@Component
final class PublicationRows {
  private final JdbcClient jdbc;

  PublicationRows(Storage storage) {
    this.jdbc = storage.jdbc();
  }

  void add(CompanyId company, Publication publication) {
    jdbc.sql(
        """
            insert into documents.publication (company_id, publication_id, document_id, number, kind, sha256, audience,
                                               valid_from, valid_until) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(company.value(), publication.id(), publication.document().value(), publication.number(),
            publication.kind(), publication.sha256(), publication.audience().name(), time(publication.from()))
        .param(publication.until().map(PublicationRows::time).orElse(null))
        .update();
  }

  void endAll(CompanyId company, String kind, Audience audience, Instant now) {
    jdbc.sql("""
        update documents.publication set valid_until = ?
         where company_id = ? and kind = ? and audience = ? and (valid_until is null or valid_until > ?)
        """).params(time(now), company.value(), kind, audience.name(), time(now)).update();
  }

  boolean end(CompanyId company, UUID publication, Instant now) {
    return jdbc.sql("""
        update documents.publication set valid_until = ?
         where company_id = ? and publication_id = ? and (valid_until is null or valid_until > ?)
        """).params(time(now), company.value(), publication, time(now)).update() == 1;
  }

  List<Publication> current(CompanyId company, Audience audience, Instant now) {
    return jdbc
        .sql(
            """
                select publication_id, document_id, number, kind, sha256, audience, valid_from, valid_until
                  from documents.publication
                 where company_id = ? and audience = ? and valid_from <= ? and (valid_until is null or valid_until > ?)
                 order by valid_from desc, publication_id desc
                """)
        .params(company.value(), audience.name(), time(now), time(now))
        .query(PublicationRows::publication)
        .list();
  }

  private static Publication publication(ResultSet row, int number) throws SQLException {
    return new Publication(row.getObject(1, UUID.class), new DocumentId(row.getObject(2, UUID.class)),
        row.getInt(3), row.getString(4), row.getString(5), Audience.valueOf(row.getString(6)),
        row.getObject(7, OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject(8, OffsetDateTime.class)).map(OffsetDateTime::toInstant));
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
